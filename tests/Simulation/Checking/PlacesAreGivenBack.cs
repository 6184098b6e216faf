using ChatRoom.Domain.Events;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>Who comes with the token of the one who holds the nickname is that person, wherever they come, and is never told that it is taken.</summary>
public sealed class PlacesAreGivenBack : IChecker
{
    public string Promise => "who comes back with their token gets their place back";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var (last, ledger) = (chronicle.Lost.Count, new Ledger(chronicle.Journal));
        var tokens = chronicle.Ears.Where(ear => ear.Token is not null).GroupBy(ear => ear.Id).ToDictionary(ears => ears.Key, ears => ears.Last().Token);
        foreach (var ear in chronicle.Ears.Where(ear => ear.Token is not null && ear.Branch == last))
        {
            var refused = ear.Heard.FirstOrDefault(heard => heard.Line.Command is "433" or "001");
            // Who has logged in already may have done so as somebody else than the one whose token they give.
            if (refused.Line is not { Command: "433" } line || ear.Heard.TakeWhile(heard => heard != refused).Any(heard => heard.Line.Command is "001" or "900"))
                continue;
            var (from, to) = (ear.Sent.First(sent => sent.Line.Contains("NICK ", StringComparison.Ordinal)).At.Kept, refused.Sent.Kept);
            // What was registered while nobody held it is refused to the client that held it before.
            var since = line.Parameter(2).StartsWith("Nickname belongs", StringComparison.Ordinal) ? to : from;
            var holders = ledger.Guests.Where(guest => guest.Names.Exists(name => IsSame(name.Nick, line.Parameter(1)) && name.From <= to && name.To > since)).ToList();
            if (holders is [var holder] && tokens.GetValueOrDefault(holder.Came) == ear.Token && !HasNewPassword(chronicle.Journal, holder, line.Parameter(1), to))
                yield return $"{ear} gave the token of {line.Parameter(1)} and heard '{line}'";
        }
    }

    /// <summary>Whose password was set anew, perhaps with a code, loses the tokens that somebody had before.</summary>
    private static bool HasNewPassword(IReadOnlyList<Recorded> journal, Ledger.Guest holder, string nick, long until)
    {
        var accounts = journal.Select(happened => happened.Event).OfType<Event.LoggedIn>().Where(came => came.Who.Id.Number == holder.Id)
            .Select(came => came.Account.Name.Text).Append(nick).ToList();
        return journal.Any(happened => happened.Event is Event.PasswordChanged changed && accounts.Exists(name => IsSame(changed.Account.Name.Text, name)) && happened.Sequence.Number <= until);
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
