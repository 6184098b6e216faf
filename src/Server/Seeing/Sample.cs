namespace ChatRoom.Server.Seeing;

/// <summary>A number, and what it is the number of.</summary>
public sealed record Sample(double Value, params IReadOnlyList<KeyValuePair<string, string>> Tags);
