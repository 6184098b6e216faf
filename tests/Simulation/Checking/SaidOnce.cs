using ChatRoom.Domain.Events;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>
/// Nobody says a text twice but under its id, so a text that is in the journal twice was doubled: unless more was said there meanwhile than
/// the rules promise to remember, or the memory of an ended room had to go.
/// </summary>
public sealed class SaidOnce : IChecker
{
    public string Promise => "what is said is kept once";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var said = chronicle.Journal.Where(recorded => recorded.Event is Event.Said { Body.Lines: [_] })
            .GroupBy(recorded => ((Event.Said)recorded.Event).Body.Lines[0]).Where(group => group.Count() > 1);
        foreach (var group in said)
        {
            var (first, second) = (group.First(), group.Skip(1).First());
            if (!MayBeForgotten(chronicle.Journal, first, second))
                yield return $"'{group.Key}' is event {first.Sequence.Number} and event {second.Sequence.Number}";
        }
    }

    private static bool MayBeForgotten(IReadOnlyList<Recorded> journal, Recorded first, Recorded second)
    {
        var (one, other) = ((Event.Said)first.Event, (Event.Said)second.Event);
        if (one.Id != other.Id || one.Id.IsNone)
            return false;
        if (one.In is Conversation.Between to)
            return other.In is not Conversation.Between { } again || again.To.Id != to.To.Id || RememberedBy(journal, first, second, said => said.In is Conversation.Between both && both.To.Id == to.To.Id);
        var room = ((Conversation.InRoom)one.In).Room;
        return other.In is not Conversation.InRoom { } where || where.Room != room || RememberedBy(journal, first, second, said => said.In is Conversation.InRoom place && place.Room == room)
            || RoomsEnded(journal, first, second) >= LeastLimit(journal, second, limits => limits.PastRooms);
    }

    /// <summary>So much was said there with an id in between that the first may be forgotten.</summary>
    private static bool RememberedBy(IReadOnlyList<Recorded> journal, Recorded first, Recorded second, Func<Event.Said, bool> isThere) =>
        Between(journal, first, second).Count(recorded => recorded.Event is Event.Said { Id.IsSome: true } said && isThere(said)) >= LeastLimit(journal, second, limits => limits.SeenIds);

    private static int RoomsEnded(IReadOnlyList<Recorded> journal, Recorded first, Recorded second) =>
        Between(journal, first, second).Count(recorded => recorded.Event is Event.Left or Event.Departed);

    /// <summary>The least that the rules promised up to then.</summary>
    private static int LeastLimit(IReadOnlyList<Recorded> journal, Recorded until, Func<RuleLimits, int> limit) =>
        journal.TakeWhile(recorded => recorded != until).Select(recorded => recorded.Event).OfType<Event.LimitsChanged>()
            .Select(changed => limit(changed.Limits)).Append(limit(RuleLimits.First)).Min();

    private static IEnumerable<Recorded> Between(IReadOnlyList<Recorded> journal, Recorded first, Recorded second) =>
        journal.Where(recorded => recorded.Sequence.Number > first.Sequence.Number && recorded.Sequence.Number < second.Sequence.Number);
}
