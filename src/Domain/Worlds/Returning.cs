using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>Somebody who had rights in a room when their line broke, and gets them back if they come in again until then.</summary>
public sealed record Returning(Actor Who, Rights Rights, Timestamp Until)
{
    /// <summary>An account is known for certain; a guest only by what they are called and where they come from, so this holds for some minutes.</summary>
    public bool Means(Actor who) => Who.Account.TryGet(out var account)
        ? who.Account.TryGet(out var other) && other.Id == account.Id
        : who.Account.IsNone && (Who.Nick.Key, Who.User, Who.Host) == (who.Nick.Key, who.User, who.Host);

    /// <summary>What comes back to somebody at that moment.</summary>
    public static Rights Of(ValueList<Returning> all, Actor who, Timestamp at) =>
        all.Where(one => at.CompareTo(one.Until) < 0 && one.Means(who)).Aggregate(Rights.None, (rights, one) => rights | one.Rights);

    /// <summary>Without those whose time is over, and without that one.</summary>
    public static ValueList<Returning> Without(ValueList<Returning> all, Actor who, Timestamp at) =>
        all.IsEmpty ? all : [.. all.Where(one => at.CompareTo(one.Until) < 0 && !one.Means(who))];

    /// <summary>With somebody more; of too many those whose line broke first are forgotten.</summary>
    public static ValueList<Returning> With(ValueList<Returning> all, Actor who, Rights rights, Timestamp at) =>
    [
        .. Without(all, who, at).TakeLast(RuleLimits.ReturningToRoom - 1),
        new Returning(who, rights, new Timestamp(at.Milliseconds + (RuleLimits.ReturnSeconds * 1000L))),
    ];
}
