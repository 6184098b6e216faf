using System.Collections.Immutable;

namespace ChatRoom.Client.Protocol;

/// <summary>Where we stand with one room.</summary>
public sealed record RoomState(string Name, RoomPhase Phase)
{
    /// <summary>
    /// Names heard from 353 until 366 ends the list. Bounded, because a hostile server may never send the end of it.
    /// </summary>
    public ImmutableList<string> Names { get; init; } = [];

    public int MoreNames { get; init; }

    /// <summary>The PING that follows the request for history, in case the server answers with nothing.</summary>
    public long Round { get; init; }

    /// <summary>What the room asked for when we came in; it will ask again after a reconnect.</summary>
    public string? Key { get; init; }

    public RoomState Heard(string nick) =>
        Names.Count < ClientLimits.Names ? this with { Names = Names.Add(nick) } : this with { MoreNames = MoreNames + 1 };

    public ChatEvent.Present Present(Stamp at) => new(at, Name, [.. Names], MoreNames);
}

/// <summary>Somebody who is in a room.</summary>
/// <param name="Rank">The signs of what they may do there, highest first: "@", "+", "" and on some servers more.</param>
/// <param name="Away">Their words when they are away, perhaps empty; null when they are here, or nobody told us.</param>
public sealed record Member(string Nick, string Rank = "", string? Away = null)
{
    public bool IsAway => Away is not null;
}
