using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What operators are told of what they did, and what becomes of them.</summary>
public static class OperatorAnswers
{
    public static IEnumerable<Written> Duty(bool isOn, Numeric to)
    {
        to.OwnMode(isOn ? "+o" : "-o");
        yield return default;
    }

    public static IEnumerable<Written> Set(Event.OperatorSet set, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(set);
        Notice(to, set.Powers == Powers.None
            ? $"{set.Account.Name} is no operator of this server any more"
            : $"{set.Account.Name} is an operator of this server with these rights: {PowerWords.Of(set.Powers)}");
        yield return default;
    }

    public static IEnumerable<Written> Mode(Event.OwnModeSet set, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(set);
        to.OwnMode($"{(set.IsOn ? '+' : '-')}{(set.Mode == PersonModes.Bot ? 'B' : 'w')}");
        yield return default;
    }

    public static IEnumerable<Written> Alarm(Event.AlarmSet alarm, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        Notice(to, alarm.IsOn ? "Only who has an account comes in now; who is here stays. ALARM OFF ends it" : "Everybody may come in again");
        yield return default;
    }

    public static IEnumerable<Written> BanSet(Event.BanSet set, Numeric to)
    {
        Notice(to, BanWords.Done(set));
        yield return default;
    }

    public static IEnumerable<Written> BanLifted(Event.BanLifted lifted, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(lifted);
        Notice(to, $"{BanWords.Of(lifted.Of)} is banned no longer");
        yield return default;
    }

    public static IEnumerable<Written> Killed(Event.Killed killed, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(killed);
        Notice(to, $"{killed.Of.Nick} had to go, and may come back; BAN keeps somebody out");
        yield return default;
    }

    /// <summary>Somebody who was sent away, for operators with the right for it.</summary>
    public static IEnumerable<Written> CameFrom(Actor who, NetworkAddress from, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(who);
        Notice(to, $"{EventWriter.NameOf(who)} came from {Addresses.Text(from)}");
        yield return default;
    }

    public static IEnumerable<Written> Bans(World world, ConnectionId asker, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Person(asker).TryGet(out var person) || !world.PowersOf(person).HasFlag(Powers.Ban))
        {
            Refusals.NoPower(to, new Refusal.NoPower(Powers.Ban, person?.OnDutyAs.IsSome == true)).End();
            yield break;
        }
        foreach (var ban in world.Bans.All)
        {
            Notice(to, BanWords.Listed(ban));
            yield return default;
        }
        Notice(to, world.Bans.Count == 0 ? "Nobody is banned from this server" : "End of the bans");
        yield return default;
    }

    /// <summary>To operators who decide on it.</summary>
    public static IEnumerable<Written> Asked(Event.RegistrationAsked asked, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(asked);
        Notice(to, $"{EventWriter.NameOf(asked.Who)} asks for the account {asked.Name}: ACCOUNTS APPROVE {asked.Name}, or REFUSE");
        yield return default;
    }

    public static IEnumerable<Written> Waiting(Standpoint from, Numeric to)
    {
        if (!from.World.Person(from.Connection).TryGet(out var person) || !from.World.PowersOf(person).HasFlag(Powers.Accounts))
        {
            Refusals.NoPower(to, new Refusal.NoPower(Powers.Accounts, person?.OnDutyAs.IsSome == true)).End();
            yield break;
        }
        var waiting = from.Facts().Waiting.Values.OrderBy(one => one.Since.Milliseconds).ThenBy(one => one.Name.Key, StringComparer.Ordinal).ToList();
        foreach (var one in waiting)
        {
            Notice(to, $"{one.Name}, asked for by {one.From}{one.Mail.Map(mail => $", {mail},").IfNone("")} at {ServerTime.Format(one.Since.Milliseconds)}");
            yield return default;
        }
        Notice(to, waiting.Count == 0 ? "Nobody waits for an account" : "End of those who wait; ACCOUNTS APPROVE account, or REFUSE account :why");
        yield return default;
    }

    /// <summary>From the server itself, which every client shows.</summary>
    public static void Notice(Numeric to, string text) =>
        to.Writer.Source(to.Server).Command("NOTICE"u8).Param(to.Nick).LastFitting(text).End();
}
