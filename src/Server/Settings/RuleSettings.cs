using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Settings;

/// <summary>
/// What an operator wishes of the rules' limits; null for what is to stay as the journal has it. The limits themselves are the journal's, and
/// change by an event.
/// </summary>
public sealed record RuleSettings
{
    /// <summary>Those with which a new journal begins.</summary>
    public static RuleSettings First { get; } = new()
    {
        RoomsOfPerson = RuleLimits.First.RoomsOfPerson,
        TopicBytes = RuleLimits.First.TopicBytes,
        AwayBytes = RuleLimits.First.AwayBytes,
        SeenIds = RuleLimits.First.SeenIds,
        PastRooms = RuleLimits.First.PastRooms,
        StaySeconds = RuleLimits.First.StaySeconds,
        PersistDays = RuleLimits.First.PersistDays,
        RedactMinutes = RuleLimits.First.RedactMinutes,
    };

    public int? RoomsOfPerson { get; init; }

    public int? TopicBytes { get; init; }

    public int? AwayBytes { get; init; }

    public int? SeenIds { get; init; }

    public int? PastRooms { get; init; }

    public int? StaySeconds { get; init; }

    public int? PersistDays { get; init; }

    public int? RedactMinutes { get; init; }

    /// <summary>Whether people of accounts stay that said nothing of it.</summary>
    public bool? PersistsUnasked { get; init; }

    /// <summary>Who may register an account: open, invite or closed.</summary>
    public string? Registration { get; init; }

    /// <summary>Whether only who has an account comes in.</summary>
    public bool? IsAlarmed { get; init; }

    /// <summary>The words for <see cref="Registration"/>.</summary>
    public static IReadOnlyList<string> Registrations { get; } = [.. Enum.GetNames<RegistrationPolicy>().Select(name => name.ToLowerInvariant())];

    internal RegistrationPolicy? ToPolicy() => Enum.TryParse<RegistrationPolicy>(Registration, ignoreCase: true, out var policy) ? policy : null;

    internal RuleLimitsChange ToChange() => new()
    {
        RoomsOfPerson = RoomsOfPerson,
        TopicBytes = TopicBytes,
        AwayBytes = AwayBytes,
        SeenIds = SeenIds,
        PastRooms = PastRooms,
        StaySeconds = StaySeconds,
        PersistDays = PersistDays,
        RedactMinutes = RedactMinutes,
        PersistsUnasked = PersistsUnasked is { } isOn ? (isOn ? 1 : 0) : null,
    };
}
