using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Where who tends the server decides on each registration: who asks waits, as a fact, so they need not stay and a restart changes nothing. They
/// hold the nickname no more than any guest does until they are let in.
/// </summary>
internal static class ApprovalRules
{
    public static Decision Ask(Facts facts, Person person, Command.Register wish, Timestamp at)
    {
        if (facts.Waiting.Find(wish.Name.Key).TryGet(out var known))
            return Decision.No(new Refusal.AccountAwaited(known.Name));
        if (facts.Waiting.Count >= RuleLimits.Waiting)
            return Decision.No(new Refusal.TooManyWait(RuleLimits.Waiting));
        var who = person.Who;
        return new Decision.Accepted([new Event.RegistrationAsked(who, wish.Name)])
        {
            Facts = [new Fact.Waiting(wish.Name, new Registrant(wish.Name, who.Id, Mask.Subject(who.Nick, who.User, who.Host), wish.Verifier, at) { Mail = wish.Mail })],
        };
    }

    /// <summary>Who asked and is still there, as the guest that they were, is logged in at once.</summary>
    public static Decision Decide(World world, Facts facts, Person? by, Command.DecideRegistration wish)
    {
        if (OperatorRules.Refuses(world, by, Powers.Accounts) is { } refusal)
            return Decision.No(refusal);
        if (!facts.Waiting.Find(wish.Name.Key).TryGet(out var asked))
            return Decision.No(new Refusal.NobodyWaits(wish.Name));
        var person = world.People.Find(asked.Person);
        var decided = new Event.RegistrationDecided(OperatorRules.Of(by), person.Map(one => one.Who), asked.Name, wish.IsApproved, wish.Reason);
        if (!wish.IsApproved)
            return new Decision.Accepted([decided]) { Facts = Settled(facts, asked.Name) };
        if (world.Account(asked.Name).TryGet(out var known))
            return Decision.No(new Refusal.AccountExists(known.Name));
        var account = AccountRules.Next(world, asked.Name);
        var loggedIn = person.Filter(one => one.Who.Account.IsNone && one.Nick.Key == asked.Name.Key).Map(one => AccountRules.Known(world, one, account)).IfNone([]);
        return new Decision.Accepted([new Event.AccountRegistered(account), decided, .. loggedIn])
        {
            Facts = [new Fact.PasswordVerifier(account.Id, asked.Verifier), .. AccountRules.MailOf(account, asked.Mail), .. Settled(facts, asked.Name)],
        };
    }

    /// <summary>Nobody waits any more for an account that there is.</summary>
    public static ValueList<Fact> Settled(Facts facts, AccountName name) =>
        facts.Waiting.ContainsKey(name.Key) ? [new Fact.Waiting(name, Option<Registrant>.None)] : [];
}
