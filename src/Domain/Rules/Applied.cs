using ChatRoom.Domain.Data;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>The next world, and what the shell has to do once the event is kept.</summary>
public readonly record struct Applied(World World, ValueList<Effect> Effects);
