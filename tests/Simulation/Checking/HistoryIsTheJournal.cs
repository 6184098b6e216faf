using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>What is played from history was said, with these words, in this conversation and in this order; or it has been forgotten since.</summary>
public sealed class HistoryIsTheJournal : IChecker
{
    public string Promise => "history plays what is in the journal";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var said = chronicle.Branches.SelectMany(events => events).Where(recorded => recorded.Event is Event.Said)
            .ToLookup(recorded => recorded.Sequence.Number, recorded => (Event.Said)recorded.Event);
        return chronicle.Ears.SelectMany(ear => Hearing.Played(ear).SelectMany(page => Complaints(ear, page.Target, page.Lines, said)));
    }

    private static IEnumerable<string> Complaints(Ear ear, string target, IReadOnlyList<Heard> lines, ILookup<long, Event.Said> said)
    {
        var before = 0L;
        foreach (var heard in lines.Where(heard => heard.Line.Command is "PRIVMSG" or "NOTICE" or "TAGMSG"))
        {
            if (Hearing.PlaceOf(heard.Line.Tag("msgid")) is not { } place)
                continue;
            // What belongs to a message stands beside it, wherever its own place is.
            var isContext = heard.Line.Tag("draft/chathistory-context") is not null;
            if (!isContext && place.Sequence <= before)
                yield return $"{ear} was played event {place.Sequence} of {target} behind event {before}";
            before = isContext ? before : place.Sequence;
            if (!said[place.Sequence].Any(one => IsIt(one, heard)))
                yield return $"{ear} was played '{heard.Line}', and that is not in the journal";
        }
    }

    private static bool IsIt(Event.Said said, Heard heard) =>
        heard.Line.Source!.StartsWith($"{said.Who.Nick.Text}!", StringComparison.Ordinal) && (said.Body.Lines is not [var text] || text == heard.Line.Parameter(1) || IsTakenBack(heard.Line));

    /// <summary>What stands in history where words were.</summary>
    public static bool IsTakenBack(Message line) => line.Parameter(1) == "(taken back)";
}
