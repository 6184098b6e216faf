using System.Collections.Immutable;

namespace ChatRoom.Client.Protocol;

/// <summary>Messages of the server's history that were asked for, or looked for, and as far as they have come.</summary>
/// <param name="Way">Null for a search.</param>
/// <param name="Words">What is searched for.</param>
/// <param name="Round">The PING behind it: when that is back and nothing has begun, there is nothing.</param>
public sealed record PageAsked(string Label, string Target, PageWay? Way, string Words, long Round, DateTimeOffset AskedAt)
{
    public ImmutableList<ChatEvent> Events { get; init; } = [];

    /// <summary>The server says that there is no more behind it.</summary>
    public bool IsEnd { get; init; }

    /// <summary>The batch that brings it; null until it begins.</summary>
    public string? Batch { get; init; }
}
