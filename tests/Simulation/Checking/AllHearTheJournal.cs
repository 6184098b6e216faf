using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>
/// The strongest of all: what each connection heard, as it happened, is exactly what the ledger says that it has to hear, in the journal's
/// order, and nothing of it before it was kept. A connection that broke heard the beginning of that, of a history that there once was.
/// </summary>
public sealed class AllHearTheJournal : IChecker
{
    public string Promise => "everybody hears what is in the journal, all of it, once, in its order, and never before it is kept";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var ledgers = chronicle.Branches.Select(events => new Ledger(events)).ToArray();
        return chronicle.Ears.Select(ear => Complaint(chronicle, ledgers, ear)).OfType<string>();
    }

    private static string? Complaint(Chronicle chronicle, Ledger[] ledgers, Ear ear)
    {
        string? complaint = null;
        // Of a connection that still stands, only the last history counts; the one that it got furthest with says most.
        for (var branch = ear.IsOpen ? ledgers.Length - 1 : ear.Branch; branch < ledgers.Length; branch++)
        {
            if (Compare(chronicle, ledgers[branch], branch, ear) is not { } found)
                return null;
            complaint ??= found;
        }
        return complaint;
    }

    private static string? Compare(Chronicle chronicle, Ledger ledger, int branch, Ear ear)
    {
        var dues = ledger.DueTo(ear.Id).Where(due => due.IsFor(ear)).ToList();
        var next = 0;
        foreach (var (line, heard) in Hearing.Live(ear))
        {
            if (Find(dues, next, line) is { } found)
            {
                if (IsTooEarly(dues[found], heard, branch))
                    return $"{ear} heard '{line}' when the journal reached event {heard.Sent.Kept}, and it is event {dues[found].Sequence}";
                next = found + 1;
            }
            else if (!IsSaidAgain(chronicle, ear, heard, next == 0 ? 0 : dues[next - 1].Sequence))
            {
                return $"{ear} heard '{line}'{After(dues, next)}, and should have heard {Or(dues, next)}";
            }
        }
        while (next < dues.Count && dues[next].Forgotten == "")
            next++;
        return ear.IsOpen && next < dues.Count ? $"{ear} never heard {Or(dues, next)}{After(dues, next)}" : null;
    }

    /// <summary>The next that is due; but what was forgotten before a server that slept could tell it is not told.</summary>
    private static int? Find(List<Due> dues, int next, string line)
    {
        for (; next < dues.Count; next++)
        {
            if (dues[next].Line == line || dues[next].Forgotten == line)
                return next;
            if (dues[next].Forgotten != "")
                return null;
        }
        return null;
    }

    private static bool IsTooEarly(Due due, Heard heard, int branch) => heard.Sent.Branch <= branch && heard.Sent.Kept < due.Sequence
        || (Hearing.PlaceOf(heard.Line.Tag("msgid")) is { } place && place.Sequence != due.Sequence);

    /// <summary>Who says something again under its old id hears it again as it was, if they want echoes.</summary>
    private static bool IsSaidAgain(Chronicle chronicle, Ear ear, Heard heard, long reached)
    {
        var text = heard.Line.Parameter(1);
        return ear.Has("echo-message") && heard.Line.Command is "PRIVMSG" or "NOTICE"
            && ear.Sent.Exists(sent => (sent.Text == text || text.Length == 0) && sent.Id is not null && WasSaidBefore(chronicle, ear, sent))
            && (Hearing.PlaceOf(heard.Line.Tag("msgid")) is not { } place || place.Sequence <= reached);
    }

    private static bool WasSaidBefore(Chronicle chronicle, Ear ear, Sent sent) =>
        chronicle.Ears.Where(other => other.Person == ear.Person).Sum(other => other.Sent.Count(one => one.Text == sent.Text)) > 1;

    private static string Or(List<Due> dues, int next) => next < dues.Count ? $"'{dues[next].Line}' (event {dues[next].Sequence})" : "nothing more";

    private static string After(List<Due> dues, int next) => next > 0 ? $" after '{dues[next - 1].Line}' (event {dues[next - 1].Sequence})" : "";
}
