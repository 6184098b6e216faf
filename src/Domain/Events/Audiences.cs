using ChatRoom.Domain.Data;

namespace ChatRoom.Domain.Events;

/// <summary>Who hears what: the one place that says it, for what happens now and for history.</summary>
public static class Audiences
{
    private static readonly Audience[] All = Enum.GetValues<Audience>();

    /// <summary>
    /// The rights that hear it. Each right hears what those below it hear: voice, half-operator, operator, founder.
    /// </summary>
    public static bool Hears(Rights rights, Audience audience) => audience switch
    {
        Audience.Everyone => true,
        Audience.Voiced => rights.MaySpeak(),
        Audience.HalfOperators => rights.MayTend(),
        Audience.Operators => rights.MayRule(),
        Audience.Founders => (rights & Rights.Founder) != 0,
    };

    /// <summary>The audiences that somebody with these rights belongs to, in the order of their numbers.</summary>
    public static ValueList<Audience> HeardBy(Rights rights) => [.. All.Where(audience => Hears(rights, audience))];
}
