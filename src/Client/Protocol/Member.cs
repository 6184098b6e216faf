namespace ChatRoom.Client.Protocol;

/// <summary>Somebody who is in a room.</summary>
/// <param name="Rank">The signs of what they may do there, highest first: "@", "+", "" and on some servers more.</param>
/// <param name="Away">Their words when they are away, perhaps empty; null when they are here, or nobody told us.</param>
public sealed record Member(string Nick, string Rank = "", string? Away = null)
{
    public bool IsAway => Away is not null;
}
