using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What somebody is told, over each of their connections, when something becomes of their account.</summary>
public static class AccountAnswers
{
    /// <summary>For connections other than the one that logged in, which was answered. That they are +r now is said by this: a program that waits for the next answer of SASL takes no MODE for it.</summary>
    public static IEnumerable<Written> LoggedIn(Event.LoggedIn came, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(came);
        LoggedIn(came.Who, came.Account.Name, to);
        yield return default;
    }

    public static void LoggedIn(Actor who, AccountName account, Numeric to) =>
        to.Begin(Numerics.RplLoggedIn).Param(Mask(who, to)).Param(account.Text).Last($"You are logged in as {account}").End();

    public static IEnumerable<Written> LoggedOut(Event.LoggedOut went, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(went);
        to.Begin(Numerics.RplLoggedOut).Param(Mask(went.Who, to)).Last("You are logged out").End();
        yield return default;
    }

    public static IEnumerable<Written> NickReclaimed(Event.NickReclaimed taken, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(taken);
        to.FromNickServ($"The nickname {taken.Who.Nick} belongs to the account {taken.By.Name}, and its owner has come: you are called {taken.New} now; NICK chooses another");
        yield return default;
    }

    /// <summary>To who asked, if they are still here.</summary>
    public static IEnumerable<Written> Decided(Event.RegistrationDecided decided, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var reason = decided.Reason.Length > 0 ? $": {decided.Reason}" : "";
        to.FromNickServ(decided.IsApproved
            ? $"You have the account {decided.Name} now{reason}"
            : $"Who tends this server gives you no account {decided.Name}{reason}");
        yield return default;
    }

    public static IEnumerable<Written> PasswordChanged(Event.PasswordChanged changed, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(changed);
        to.FromNickServ($"{changed.Account.Name} has a new password{changed.By.Map(who => $", which the operator {who.Nick} set").IfNone("")}");
        yield return default;
    }

    public static IEnumerable<Written> RecoveryGiven(Event.RecoveryGiven given, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(given);
        to.FromNickServ($"Who tends this server gave out a code that sets a new password for {given.Account.Name}; if it was not you who asked, tell them");
        yield return default;
    }

    public static IEnumerable<Written> CertificateChanged(Event.CertificateChanged changed, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(changed);
        to.FromNickServ(changed.IsAdded ? $"A certificate logs in to {changed.Account.Name} from now on; CERT LIST shows all" : $"A certificate does not log in to {changed.Account.Name} any more");
        yield return default;
    }

    public static void Certificates(in Standpoint from, Numeric to, bool isSpoken)
    {
        if (!from.World.Person(from.Connection).Bind(person => person.Who.Account).TryGet(out var account))
        {
            new IrcReply.Fail("CERT", "ACCOUNT_REQUIRED", "", "You are not logged in to an account").Write(from, to);
            return;
        }
        var known = from.Facts().CertificatesOf(account.Id);
        foreach (var one in known)
        {
            var isThis = one.Print == from.Certificate ? ", and this connection shows it" : "";
            Answer(isSpoken, "CERT", "LIST", $"{one.Print}", $"It logs in since {ServerTime.Format(one.Since.Milliseconds)}{isThis}").Write(from, to);
        }
        Answer(isSpoken, "CERT", "END", account.Name.Text, known.IsEmpty ? "No certificate logs in; CERT ADD adds the one in use" : "These log in").Write(from, to);
    }

    /// <summary>For programs, or as NickServ says it.</summary>
    internal static IrcReply Answer(bool isSpoken, string command, string code, string about, string text) =>
        isSpoken ? new IrcReply.FromNickServ($"{about}: {text}") : new IrcReply.Registered(command, code, about, text);

    private static string Mask(Actor who, Numeric to) => $"{to.Nick}!{who.User}@{who.Host}";
}
