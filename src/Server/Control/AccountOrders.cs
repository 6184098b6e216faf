using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Control;

/// <summary>What an operator's tool wants of accounts, as a command and the sentence that says that it is done. It comes on a tool's thread, so it may hash.</summary>
internal static class AccountOrders
{
    public static Command? Order(ControlRequest.Account wish, World world, Facts facts, OrderTools tools, out ControlAnswer answer)
    {
        switch (wish.Deed)
        {
            case AccountDeed.List:
                answer = new ControlAnswer(true, List(world));
                return null;
            case AccountDeed.Invite:
                var (code, until) = (Invitations.New(), tools.Clock.GetUtcNow() + Invitations.GoodFor);
                answer = new ControlAnswer(true, code);
                return new Command.Invite(Invitations.HashOf(code), new Timestamp(until.ToUnixTimeMilliseconds()));
            case AccountDeed.Remove when Name(wish.Name, out answer) is { } name:
                answer = new ControlAnswer(true, $"the account {name} is removed");
                return new Command.RemoveAccount(name) { IsForced = wish.IsForced };
            case AccountDeed.Add when Name(wish.Name, out answer) is { } name && Verifier(wish.Password, tools, out answer) is { } verifier:
                answer = new ControlAnswer(true, $"the account {name} is there");
                return new Command.AddAccount(name, verifier) { Powers = wish.IsOperator ? Powers.All : Powers.None };
            case AccountDeed.Passwd when Name(wish.Name, out answer) is { } name && Verifier(wish.Password, tools, out answer) is { } verifier:
                answer = new ControlAnswer(true, $"the account {name} has a new password");
                return new Command.ChangePassword(name, verifier);
            case AccountDeed.Certs when Find(wish.Name, world, out answer) is { } account:
                answer = new ControlAnswer(true, Certificates(facts.CertificatesOf(account.Id)));
                return null;
            case AccountDeed.Uncert when CertificatePrint.Parse(wish.Detail).TryGet(out var print) && Name(wish.Name, out answer) is { } name:
                answer = new ControlAnswer(true, $"the certificate does not log in to {name} any more");
                return new Command.ChangeCertificate(name, print, IsAdded: false);
            case AccountDeed.Recover when Name(wish.Name, out answer) is { } name:
                var (secret, end) = (Invitations.New(), tools.Clock.GetUtcNow() + Invitations.RecoversFor);
                answer = new ControlAnswer(true, secret);
                return new Command.GiveRecovery(name, Invitations.HashOf(secret), new Timestamp(end.ToUnixTimeMilliseconds()));
            case AccountDeed.Export:
                answer = new ControlAnswer(false, "what an account did is read from the files, and not from the server");
                return null;
            case AccountDeed.Erase:
                throw new InvalidOperationException("More than one command erases an account.");
            case AccountDeed.Waiting:
                answer = new ControlAnswer(true, Waiting(facts));
                return null;
            case AccountDeed.Approve or AccountDeed.Refuse when Name(wish.Name, out answer) is { } name:
                var isApproved = wish.Deed == AccountDeed.Approve;
                answer = new ControlAnswer(true, isApproved ? $"{name} has an account now" : $"{name} gets no account");
                return new Command.DecideRegistration(name, isApproved, wish.Detail);
            case AccountDeed.Approve or AccountDeed.Refuse:
                _ = Name(wish.Name, out answer);
                return null;
            case AccountDeed.Devices when Find(wish.Name, world, out answer) is { } account:
                answer = new ControlAnswer(true, Devices(world.Member(account.Id)));
                return null;
            case AccountDeed.End when DeviceNames.Parse(wish.Detail).TryGet(out var device) && Name(wish.Name, out answer) is { } name:
                answer = new ControlAnswer(true, $"device {wish.Detail} of {name} is ended");
                return new Command.EndDevice(name, device);
            case AccountDeed.End:
                answer = new ControlAnswer(false, $"'{wish.Detail}' is no device: it is two numbers, as 'account devices' shows it");
                return null;
            case AccountDeed.Devices:
                _ = Find(wish.Name, world, out answer);
                return null;
            case AccountDeed.Certs:
                _ = Find(wish.Name, world, out answer);
                return null;
            case AccountDeed.Uncert:
                answer = new ControlAnswer(false, $"'{wish.Detail}' is no fingerprint: it has 64 hexadecimal digits, as 'account certs' shows it");
                return null;
            case AccountDeed.Grant or AccountDeed.Revoke when Name(wish.Name, out answer) is { } name && Rights(wish.Detail, out answer) is { } powers:
                var isGiven = wish.Deed == AccountDeed.Grant;
                answer = new ControlAnswer(true, $"the account {name} has {(isGiven ? "" : "not ")}these rights of an operator: {PowerWords.Of(powers)}");
                return new Command.ChangePowers(name, powers, isGiven) { IsForced = wish.IsForced };
            case AccountDeed.Grant or AccountDeed.Revoke:
                _ = Name(wish.Name, out answer) is null || Rights(wish.Detail, out answer) is null;
                return null;
            case AccountDeed.Add or AccountDeed.Remove or AccountDeed.Passwd or AccountDeed.Recover:
                _ = Name(wish.Name, out answer) is null || Verifier(wish.Password, tools, out answer) is null;
                return null;
            default:
                throw new InvalidOperationException($"{wish.Deed} is missing in Order.");
        }
    }

    private static AccountName? Name(string text, out ControlAnswer wrong)
    {
        var isName = AccountName.Parse(text).TryGet(out var name, out _);
        wrong = new ControlAnswer(false, isName
            ? $"'{text}' can't be an account: it is the server's own"
            : $"'{text}' can't be an account: it has 1 to {Nick.Most} characters, as a nickname has, letters, digits and []\\`_^{{|}}-, and begins with neither a digit nor '-'");
        return isName && !ReservedNick.Is(text) ? name : null;
    }

    private static Account? Find(string text, World world, out ControlAnswer wrong)
    {
        if (Name(text, out wrong) is not { } name)
            return null;
        wrong = new ControlAnswer(false, $"there is no account {name}");
        return world.Account(name).TryGet(out var account) ? account : null;
    }

    private static string Devices(Option<Person> person) => person.Match(
        who => who.Connections.IsEmpty
            ? $"{who.Nick} stays without a device{who.StaysUntil.Map(until => $" until {TimestampText.Format(until)}").IfNone("")}"
            : string.Join('\n', who.Connections.Select(DeviceNames.Of)),
        () => "nobody is there by it");

    private static string Certificates(ValueList<KnownCertificate> known) => known.IsEmpty
        ? "no certificate logs in to it"
        : string.Join('\n', known.Select(one => $"{one.Print} since {TimestampText.Format(one.Since)}"));

    /// <summary>Who asked first stands first.</summary>
    private static string Waiting(Facts facts) => facts.Waiting.IsEmpty
        ? "nobody waits for an account"
        : string.Join('\n', facts.Waiting.Values.OrderBy(one => one.Since.Milliseconds).ThenBy(one => one.Name.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Name}, asked for by {one.From}{one.Mail.Map(mail => $", {mail},").IfNone("")} at {TimestampText.Format(one.Since)}"));

    private static Verifier? Verifier(string? password, OrderTools tools, out ControlAnswer wrong)
    {
        var why = password is null ? "there is no password" : PasswordProof.WhyNot(password, PasswordProof.MostBytes);
        wrong = new ControlAnswer(false, why ?? "");
        return why is null ? PasswordProof.Make(password!, tools.Random(), tools.Settings.PasswordIterations) : null;
    }

    private static Powers? Rights(string text, out ControlAnswer wrong)
    {
        wrong = new ControlAnswer(false, $"'{text}' are no rights of operators: there are {PowerWords.Known}, and all");
        return PowerWords.Parse(text);
    }

    /// <summary>A line each, in the order of their names.</summary>
    private static string List(World world) => world.Accounts.IsEmpty
        ? "there are no accounts"
        : string.Join('\n', world.Accounts.Values.OrderBy(account => account.Name.Key, StringComparer.Ordinal).Select(account =>
            $"{account.Name} since {TimestampText.Format(account.Since)}{(world.Member(account.Id).IsSome ? ", is there" : "")}"
            + world.Operators.Find(account.Id).Map(powers => $", operator: {PowerWords.Of(powers)}").IfNone("")));
}
