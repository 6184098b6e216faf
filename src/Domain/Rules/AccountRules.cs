using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Accounts begin and end, and people are known by them. The nickname that an account is called by belongs to it: nobody else takes it, and who
/// holds it when its owner comes is called otherwise. The owner of an account is one person, however many connections they have.
/// </summary>
internal static class AccountRules
{
    /// <summary>Somebody who is there registers the nickname that they hold.</summary>
    public static Decision Register(World world, Facts facts, Person person, Command.Register wish, Timestamp at)
    {
        if (person.Who.Account.TryGet(out var own))
            return Decision.No(new Refusal.AlreadyLoggedIn(own.Name));
        if (world.Registration == RegistrationPolicy.Closed)
            return Decision.No(new Refusal.RegistrationClosed());
        if (wish.Name.Key != person.Nick.Key)
            return Decision.No(new Refusal.NotOwnNick(wish.Name, person.Nick));
        if (world.Account(wish.Name).TryGet(out var known))
            return Decision.No(new Refusal.AccountExists(known.Name));
        var isInvited = wish.Code.TryGet(out var code) && facts.IsInvitation(code, at);
        if (world.Registration == RegistrationPolicy.Approval && wish.Code.IsNone)
            return ApprovalRules.Ask(facts, person, wish, at);
        var needsCode = world.Registration is RegistrationPolicy.Invite or RegistrationPolicy.Approval;
        if (needsCode && !isInvited)
            return Decision.No(new Refusal.InvitationNeeded(wish.Code.IsSome));
        var account = Next(world, wish.Name);
        Fact verifier = new Fact.PasswordVerifier(account.Id, wish.Verifier);
        ValueList<Fact> used = needsCode ? [new Fact.Invitation(code, Option<Timestamp>.None)] : [];
        return new Decision.Accepted([new Event.AccountRegistered(account), new Event.LoggedIn(person.Who, account)])
        {
            Facts = [verifier, .. used, .. MailOf(account, wish.Mail), .. ApprovalRules.Settled(facts, account.Name)],
        };
    }

    /// <summary>
    /// Somebody who is not let in yet registers the nickname that they ask for. Where who tends the server decides on each, or only accounts come in, that takes an
    /// invitation: there is nobody yet who could wait for an answer.
    /// </summary>
    public static Decision RegisterEarly(World world, Facts facts, Command.Register wish, Timestamp at)
    {
        if (world.Registration == RegistrationPolicy.Closed)
            return Decision.No(new Refusal.RegistrationClosed());
        if (world.Account(wish.Name).TryGet(out var known))
            return Decision.No(new Refusal.AccountExists(known.Name));
        if (world.Nicks.Find(wish.Name.Key).TryGet(out var id))
            return Decision.No(new Refusal.NickTaken(world.People[id].Nick, world.People[id].Nick, world.People[id].Since));
        if (facts.Waiting.ContainsKey(wish.Name.Key))
            return Decision.No(new Refusal.AccountAwaited(wish.Name));
        var needsCode = world.IsAlarmed || world.Registration != RegistrationPolicy.Open;
        if (needsCode && !(wish.Code.TryGet(out var code) && facts.IsInvitation(code, at)))
            return Decision.No(new Refusal.InvitationNeeded(wish.Code.IsSome));
        var account = Next(world, wish.Name);
        return new Decision.Accepted([new Event.AccountRegistered(account)])
        {
            Facts = [new Fact.PasswordVerifier(account.Id, wish.Verifier), .. MailOf(account, wish.Mail), .. needsCode ? wish.Code.Map(used => (Fact)new Fact.Invitation(used, Option<Timestamp>.None)).AsEnumerable() : []],
        };
    }

    public static IEnumerable<Fact> MailOf(AccountRef account, Option<string> mail) => mail.IsSome ? [new Fact.Mail(account.Id, mail)] : [];

    public static Decision Add(World world, Facts facts, Command.AddAccount wish)
    {
        if (world.Account(wish.Name).TryGet(out var known))
            return Decision.No(new Refusal.AccountExists(known.Name));
        var account = Next(world, wish.Name);
        return new Decision.Accepted([new Event.AccountRegistered(account), .. OperatorRules.Made(account, wish.Powers)])
        {
            Facts = [new Fact.PasswordVerifier(account.Id, wish.Verifier), .. wish.Powers == Powers.None ? [] : OperatorRules.Claimed(facts), .. ApprovalRules.Settled(facts, account.Name)],
        };
    }

    public static Applied Registered(World world, Event.AccountRegistered registered, Recorded recorded)
    {
        var account = new Account(registered.Account.Id, registered.Account.Name, recorded.At);
        return Applied.Silently(world with
        {
            LastAccount = world.LastAccount.CompareTo(account.Id) < 0 ? account.Id : world.LastAccount,
            Accounts = world.Accounts.AddOrUpdate(account.Id, account),
            AccountNames = world.AccountNames.AddOrUpdate(account.Name.Key, account.Id),
        });
    }

    /// <summary>Who is there stays, as a guest; what was theirs by the account goes with it.</summary>
    public static Decision Remove(World world, Facts facts, Command.RemoveAccount wish)
    {
        if (!world.Account(wish.Name).TryGet(out var account))
            return Decision.No(new Refusal.NoSuchAccount(wish.Name));
        if (!wish.IsForced && OperatorRules.IsLast(world, account.Id))
            return Decision.No(new Refusal.LastOperator(account.Name));
        var loggedOut = world.Member(account.Id).Map(person => Gone(world, person).AsEnumerable()).IfNone([]);
        return new Decision.Accepted([.. OperatorRules.Unmade(world, account.Ref), .. loggedOut, .. FounderRules.PassOn(world, account.Ref), new Event.AccountRemoved(account.Ref)])
        {
            Facts = [new Fact.PasswordVerifier(account.Id, Option<Verifier>.None), new Fact.Certificates(account.Id, []), new Fact.Persistence(account.Id, Option<bool>.None), new Fact.Playback(account.Id, Option<int>.None), new Fact.LastHere(account.Id, Option<Timestamp>.None), new Fact.Recovery(account.Id, Option<RecoveryCode>.None), .. facts.Mails.ContainsKey(account.Id) ? [new Fact.Mail(account.Id, Option<string>.None)] : (ValueList<Fact>)[], .. facts.WithoutMarkers(new Party.Member(account.Id))],
        };
    }

    /// <summary>Who is there only by their account is not there without it.</summary>
    private static ValueList<Event> Gone(World world, Person person) => person.Connections.IsEmpty
        ? [new Event.Departed(Option<ConnectionId>.None, person.Who, CloseReason.StayEnded, "")]
        : LogOut(world, person).Events;

    public static Applied Removed(World world, Event.AccountRemoved removed) => Applied.Silently(FounderRules.Without(world, removed.Account.Id) with
    {
        Accounts = world.Accounts.Remove(removed.Account.Id),
        AccountNames = world.AccountNames.Remove(removed.Account.Name.Key),
    });

    /// <summary>Whether so many connections more may be the account's, whose person is there.</summary>
    internal static bool HasRoom(Person member, int more, AccountRef account, out Refusal full)
    {
        full = new Refusal.TooManyDevices(account.Name, RuleLimits.ConnectionsOfAccount);
        return member.Connections.Count + more <= RuleLimits.ConnectionsOfAccount;
    }

    /// <summary>Somebody who is there already proves an account.</summary>
    public static Decision LogIn(World world, Facts facts, Person person, Command.LogIn wish)
    {
        if (!IsGood(world, facts, wish.Proved))
            return Decision.No(new Refusal.LoginStale(wish.Proved.Account.Name));
        var account = wish.Proved.Account;
        if (world.Bans.Of(account).TryGet(out var ban))
            return Decision.No(new Refusal.ServerBanned(ban));
        if (person.Who.Account.TryGet(out var own))
            return own.Id == account.Id ? Decision.Nothing : Become(world, person, own, account);
        if (world.Member(account.Id).TryGet(out var other))
            return HasRoom(other, person.Connections.Count, account, out var full) ? MergeRules.Merge(world, facts, person, other, account) : Decision.No(full);
        return new Decision.Accepted([.. Reclaim(world, account, person.Id), .. Known(world, person, account)]);
    }

    /// <summary>
    /// Somebody proves another account than theirs (sasl-3.2 wants it to be allowed). They are the other from then on, unless another device of theirs would be too, or
    /// the other is here already: two people with accounts are never made one.
    /// </summary>
    private static Decision Become(World world, Person person, AccountRef own, AccountRef account) =>
        person.Connections.Count > 1 || world.Member(account.Id).IsSome
            ? Decision.No(new Refusal.AlreadyLoggedIn(own.Name))
            : new Decision.Accepted(
                [.. Reclaim(world, account, person.Id), .. RightRules.Following(world, person.Who, [.. person.Rooms], own, isGiven: false), .. Known(world, person, account)]);

    /// <summary>Somebody who is there is known by an account, and what it gives them in their rooms is theirs.</summary>
    public static IEnumerable<Event> Known(World world, Person person, AccountRef account) =>
    [
        new Event.LoggedIn(person.Who, account),
        .. RightRules.Following(world, person.Who with { Account = account }, [.. person.Rooms], account, isGiven: true),
    ];

    public static Applied LoggedIn(World world, Event.LoggedIn happened, Recorded recorded)
    {
        var person = world.PersonOf(happened.Who.Id);
        var next = As(WithoutMember(MetadataRules.GoneOver(world, person, happened.Account.Id), person), person with { Metadata = [] }, person.Who with { Account = happened.Account });
        next = next with
        {
            Members = next.Members.AddOrUpdate(happened.Account.Id, person.Id),
        };
        return new Applied(next, [new Effect.TellPeers(happened.Who, [.. person.Rooms], recorded)]);
    }

    public static Decision.Accepted LogOut(World world, Person person) => person.Who.Account.TryGet(out var account)
        ? new([.. RightRules.Following(world, person.Who, [.. person.Rooms], account, isGiven: false), new Event.LoggedOut(person.Who)])
        : Decision.Nothing;

    public static Applied LoggedOut(World world, Event.LoggedOut happened, Recorded recorded)
    {
        var person = world.PersonOf(happened.Who.Id);
        var next = As(WithoutMember(world, person), person, person.Who with { Account = Option<AccountRef>.None });
        return new Applied(next, [new Effect.TellPeers(happened.Who, [.. person.Rooms], recorded)]);
    }

    /// <summary>Somebody is known otherwise, and masks of accounts may mean them now.</summary>
    private static World As(World world, Person person, Actor who)
    {
        foreach (var room in person.Rooms)
            world = world.With(MaskRules.Silencing(world.RoomOf(room), who));
        return world.With(person with { Who = who });
    }

    /// <summary>Who is logged in may change their own password; operators with the right for it anybody's.</summary>
    public static Decision ChangePassword(World world, Person person, Command.ChangePassword wish)
    {
        var own = person.Who.Account;
        if (own.Exists(account => account.Name.Key == wish.Name.Key))
            return SetPassword(world, null, wish);
        if (person.OnDutyAs.IsSome)
            return OperatorRules.RefusesAccount(world, person, wish.Name) is { } refusal ? Decision.No(refusal) : SetPassword(world, person, wish);
        return Decision.No(own.TryGet(out var other) ? new Refusal.AlreadyLoggedIn(other.Name) : new Refusal.NotLoggedIn());
    }

    public static Decision SetPassword(World world, Person? by, Command.ChangePassword wish) => world.Account(wish.Name).TryGet(out var account)
        ? new Decision.Accepted([new Event.PasswordChanged(account.Ref) { By = OperatorRules.Of(by) }]) { Facts = [new Fact.PasswordVerifier(account.Id, wish.New)] }
        : Decision.No(new Refusal.NoSuchAccount(wish.Name));

    public static Decision Invite(World world, Person? by, Command.Invite wish) => OperatorRules.Refuses(world, by, Powers.Accounts) is { } refusal
        ? Decision.No(refusal)
        : new Decision.Accepted([]) { Facts = [new Fact.Invitation(wish.Code, wish.Until)] };

    public static Decision.Accepted SetRegistration(World world, Command.SetRegistration wish) =>
        wish.To == world.Registration ? Decision.Nothing : Decision.Yes(new Event.RegistrationSet(wish.To));

    /// <summary>Whether an account was proved by what proves it now.</summary>
    public static bool IsGood(World world, Facts facts, Credential proved) =>
        world.Accounts.ContainsKey(proved.Account.Id) && facts.Proves(proved);

    /// <summary>Another person who holds the nickname of an account has to be called otherwise.</summary>
    public static ValueList<Event> Reclaim(World world, AccountRef account, PersonId owner) =>
        world.Nicks.Find(account.Name.Key).TryGet(out var holder) && holder != owner
            ? [new Event.NickReclaimed(world.People[holder].Who, Free(world, holder), account)]
            : [];

    /// <summary>Like any other change of a nickname, but that its holder did not want it.</summary>
    public static Applied NickReclaimed(World world, Event.NickReclaimed taken, Recorded recorded) =>
        PeopleRules.Called(world, taken.Who, taken.New, recorded);

    public static World WithoutMember(World world, Person person) =>
        person.Who.Account.TryGet(out var account) ? world with { Members = world.Members.Remove(account.Id) } : world;

    public static AccountRef Next(World world, AccountName name) => new(new AccountId(world.LastAccount.Number + 1), name);

    /// <summary>Numbers of people are never given twice, so the first is free unless somebody took it on purpose.</summary>
    private static Nick Free(World world, PersonId person)
    {
        for (var more = 0; ; more++)
        {
            var text = more == 0 ? $"Guest{person.Number}" : $"Guest{person.Number}_{more}";
            var nick = Nick.Parse(text).IfFault(fault => throw new InvalidOperationException($"{text} is no nickname: {fault}"));
            if (world.Person(nick).IsNone && world.Owner(nick).IsNone)
                return nick;
        }
    }
}
