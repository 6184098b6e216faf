namespace ChatRoom.Simulation.Tests.Stories;

/// <summary>One thing that is done in a story. All that is left to chance in it, and until the next, comes from its own draw, so the others stay as they are when it is left out.</summary>
public sealed record Beat(int Number, Row Row, ulong Draw);
