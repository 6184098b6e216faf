using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.Running;

namespace ChatRoom.Simulation.Tests.People;

/// <summary>A line that reached somebody.</summary>
/// <param name="Sent">When the server let go of its last byte, and what the journal held then.</param>
public readonly record struct Heard(Message Line, Moment Sent);
