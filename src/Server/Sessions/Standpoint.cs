using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions;

/// <summary>From where a question is answered: who asks, the world at its place in the order, and what the server knows besides.</summary>
public readonly record struct Standpoint(World World, ConnectionId Connection, ServerInfo Info, Welcome Welcome, IHistory History);
