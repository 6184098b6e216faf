namespace ChatRoom.Domain.Events;

/// <summary>
/// Some of the rules' limits, as an operator wishes them. What is null stays as the journal has it when this is decided, so that a server
/// with a shorter file takes nothing back.
/// </summary>
public sealed record RuleLimitsChange
{
    public int? RoomsOfPerson { get; init; }

    public int? TopicBytes { get; init; }

    public int? AwayBytes { get; init; }

    public int? SeenIds { get; init; }

    public int? PastRooms { get; init; }

    public int? StaySeconds { get; init; }

    public int? PersistDays { get; init; }

    public int? RedactMinutes { get; init; }

    public int? PersistsUnasked { get; init; }

    public RuleLimits Over(RuleLimits kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return new RuleLimits(
            RoomsOfPerson ?? kept.RoomsOfPerson, TopicBytes ?? kept.TopicBytes, AwayBytes ?? kept.AwayBytes,
            SeenIds ?? kept.SeenIds, PastRooms ?? kept.PastRooms, StaySeconds ?? kept.StaySeconds, PersistDays ?? kept.PersistDays,
            RedactMinutes ?? kept.RedactMinutes, PersistsUnasked ?? kept.PersistsUnasked);
    }
}
