using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Who tends the whole server. What an account may do is state of the journal; somebody does it only while they are on duty, which takes the
/// account's password once more (OPER): a client that somebody left alone can speak in their name, and not end other people's connections.
/// </summary>
internal static class OperatorRules
{
    /// <summary>Why somebody may not do what takes this right; null if they may. Nobody, which is the shell, may everything.</summary>
    public static Refusal? Refuses(World world, Person? by, Powers needed) =>
        by is null || world.PowersOf(by).HasFlag(needed) ? null : new Refusal.NoPower(needed, by.OnDutyAs.IsSome);

    /// <summary>
    /// Why somebody may not give an account another password, or a code for one. An operator's account is also a way to its rights, so it takes the right
    /// to give those.
    /// </summary>
    public static Refusal? RefusesAccount(World world, Person? by, AccountName name) =>
        Refuses(world, by, Powers.Accounts) ?? (world.Account(name).Exists(account => world.Operators.ContainsKey(account.Id)) ? Refuses(world, by, Powers.Grant) : null);

    public static Decision Oper(World world, Facts facts, Person person, Command.Oper wish)
    {
        var account = wish.Proved.Account;
        if (!AccountRules.IsGood(world, facts, wish.Proved))
            return Decision.No(new Refusal.LoginStale(account.Name));
        if (!world.Operators.ContainsKey(account.Id))
            return Decision.No(new Refusal.NoOperator(account.Name));
        return person.OnDutyAs.Exists(own => own.Id == account.Id) ? Decision.Nothing : Decision.Yes(new Event.WentOnDuty(person.Who, account));
    }

    public static Decision Deoper(Person person) =>
        person.OnDutyAs.IsNone ? Decision.Nothing : Decision.Yes(new Event.WentOffDuty(person.Who));

    /// <summary>Who knows the code that the server printed is its first operator.</summary>
    public static Decision Claim(World world, Facts facts, Person person, Command.Claim wish)
    {
        if (!person.Who.Account.TryGet(out var account))
            return Decision.No(new Refusal.NotLoggedIn());
        if (!world.Operators.IsEmpty || facts.ClaimCode != wish.Code)
            return Decision.No(new Refusal.WrongClaim());
        return new Decision.Accepted([new Event.OperatorSet(person.Who, account, Powers.All), new Event.WentOnDuty(person.Who, account)])
        {
            Facts = Claimed(facts),
        };
    }

    /// <summary>
    /// A server that nobody tends yet prints the code. As soon as there is an operator it is worth nothing. Of several servers the first one prints it: a second code would
    /// make that one worthless.
    /// </summary>
    public static Decision OfferClaim(World world, Facts facts, Command.OfferClaim wish) =>
        world.Operators.IsEmpty && (facts.ClaimCode.IsNone || !world.Living.Skip(1).Any()) ? new Decision.Accepted([]) { Facts = [new Fact.ClaimCode(wish.Code)] } : Decision.Nothing;

    public static Decision Change(World world, Facts facts, Person? by, Command.ChangePowers wish)
    {
        if (Refuses(world, by, Powers.Grant) is { } refusal)
            return Decision.No(refusal);
        if (!world.Account(wish.Account).TryGet(out var account))
            return Decision.No(new Refusal.NoSuchAccount(wish.Account));
        var before = world.Operators.Find(account.Id).IfNone(Powers.None);
        var after = wish.IsGiven ? before | wish.Powers : before & ~wish.Powers;
        if (after == before)
            return Decision.Nothing;
        if (!wish.IsForced && IsLast(world, account.Id) && !after.HasFlag(Powers.Grant))
            return Decision.No(new Refusal.LastOperator(account.Name));
        return new Decision.Accepted([new Event.OperatorSet(Of(by), account.Ref, after), .. after == Powers.None ? EndDuties(world, account.Id) : []])
        {
            Facts = Claimed(facts),
        };
    }

    /// <summary>Whether it is the last account that may make operators, so that without it only the shell could.</summary>
    public static bool IsLast(World world, AccountId account) =>
        world.Operators.Find(account).IfNone(Powers.None).HasFlag(Powers.Grant)
        && !world.Operators.Exists((id, powers) => id != account && powers.HasFlag(Powers.Grant));

    /// <summary>Those on duty as an account that is no operator's any more.</summary>
    private static IEnumerable<Event> EndDuties(World world, AccountId account) =>
        world.OnDuty.Select(world.PersonOf).Where(person => person.OnDutyAs.Exists(own => own.Id == account)).Select(person => new Event.WentOffDuty(person.Who));

    public static Applied OperatorSet(World world, Event.OperatorSet set) => Applied.Silently(world with
    {
        Operators = set.Powers == Powers.None ? world.Operators.Remove(set.Account.Id) : world.Operators.AddOrUpdate(set.Account.Id, set.Powers),
    });

    public static Applied WentOnDuty(World world, Event.WentOnDuty went) => Applied.Silently(
        world.With(world.PersonOf(went.Who.Id) with { OnDutyAs = went.As }) with { OnDuty = world.OnDuty.AddOrUpdate(went.Who.Id) });

    public static Applied WentOffDuty(World world, Event.WentOffDuty went) => Applied.Silently(
        world.With(world.PersonOf(went.Who.Id) with { OnDutyAs = Option<AccountRef>.None }) with { OnDuty = world.OnDuty.Remove(went.Who.Id) });

    /// <summary>Who did it, for the event; none for the shell.</summary>
    public static Option<Actor> Of(Person? by) => by is null ? Option<Actor>.None : by.Who;

    /// <summary>An account that begins as an operator's.</summary>
    public static IEnumerable<Event> Made(AccountRef account, Powers powers) =>
        powers == Powers.None ? [] : [new Event.OperatorSet(Option<Actor>.None, account, powers)];

    /// <summary>An account that ends as an operator's.</summary>
    public static IEnumerable<Event> Unmade(World world, AccountRef account) => world.Operators.ContainsKey(account.Id)
        ? [new Event.OperatorSet(Option<Actor>.None, account, Powers.None), .. EndDuties(world, account.Id)]
        : [];

    public static ValueList<Fact> Claimed(Facts facts) => facts.ClaimCode.IsSome ? [new Fact.ClaimCode(Option<TokenHash>.None)] : [];
}
