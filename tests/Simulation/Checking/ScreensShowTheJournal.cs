using ChatRoom.Domain.Events;
using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>
/// A person with a screen sees, in each room that they are in, who is there, and what was said there from some message on to the end, without a
/// hole that it does not admit, each message once. Nothing of their own is left unconfirmed.
/// </summary>
public sealed class ScreensShowTheJournal : IChecker
{
    public string Promise => "a screen shows what is in the journal";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var places = new Ledger(chronicle.Journal).Places.ToDictionary(place => place.Name);
        var lost = chronicle.Lost.SelectMany(events => events).Select(recorded => recorded.Event).OfType<Event.Said>().SelectMany(said => said.Body.Lines.Append(string.Join('\n', said.Body.Lines))).ToHashSet();
        return chronicle.Screens.Where(screen => screen.IsReady).SelectMany(screen => screen.Rooms.Where(room => room.IsInside)
            .SelectMany(room => Complaints(chronicle, places, lost, screen, room).Select(complaint => $"{screen.Person}'s {room.Name} shows {complaint}")));
    }

    private static IEnumerable<string> Complaints(Chronicle chronicle, Dictionary<string, Ledger.Place> places, System.Collections.Generic.HashSet<string> lost, ScreenView screen, RoomView room)
    {
        List<string> members = places.TryGetValue(room.Name, out var place) ? [.. place.Members.Select(member => member.Nick).Order(StringComparer.Ordinal)] : [];
        var shownMembers = room.Members.Order(StringComparer.Ordinal).ToList();
        if (screen.KnowsMembers && !members.SequenceEqual(shownMembers))
            yield return $"[{string.Join(' ', shownMembers)}], and there are [{string.Join(' ', members)}]";
        if (room.Pending.Count > 0)
            yield return $"[{string.Join(' ', room.Pending)}], which nobody confirms";
        // Where something was taken back there are no words.
        var shown = room.Said.Select(said => said.Text).Where(text => text.Length > 0).ToList();
        var gone = chronicle.Journal.Select(recorded => recorded.Event).OfType<Event.Redacted>().Select(redacted => redacted.What).ToHashSet();
        foreach (var recorded in chronicle.Journal.Where(recorded => gone.Contains(recorded.Sequence)))
        {
            if (screen.KnowsMembers && !room.HasGap && recorded.Event is Event.Said { Body.Lines: [var text] } && shown.Contains(text) && !lost.Contains(text))
                yield return $"'{text}', which was taken back";
        }
        // A line that was heard, lost with the journal's tail and said again is another message with the same words.
        foreach (var text in shown.CountBy(text => text).Where(count => count.Value > 1 && chronicle.Journal.Count(recorded => Is(recorded, count.Key)) < 2 && !lost.Contains(count.Key)).Select(count => count.Key))
            yield return $"'{text}' twice";
        // What was said in an earlier room of that name, which is past for good, is shown to those who heard it, and told to nobody. And the
        // room itself may have been called otherwise.
        bool IsOfThisRoom(Conversation.InRoom there, Event.Said said) =>
            there.Room.Number == place?.Id || (there.Name.Text == room.Name && said.Body.Lines.All(shown.Contains));
        var kept = chronicle.Journal.Select(recorded => recorded.Event).OfType<Event.Said>()
            .Where(said => said.In is Conversation.InRoom { Audience: Audience.Everyone } there && IsOfThisRoom(there, said) && said is { Kind: SayKind.Message, Body.Lines: [_] })
            .Select(said => said.Body.Lines[0]).ToList();
        // What was forgotten meanwhile is not told any more.
        var told = chronicle.Read.Select(recorded => recorded.Event).OfType<Event.Said>().SelectMany(said => said.Body.Lines).ToHashSet();
        kept.RemoveAll(text => !told.Contains(text) && !shown.Contains(text));
        // Nor is what was seen to be taken back, if only that was lost with the journal's tail.
        var onceGone = chronicle.Lost.SelectMany(events => events).Select(recorded => recorded.Event).OfType<Event.Redacted>().Select(redacted => redacted.What).ToHashSet();
        kept.RemoveAll(text => !shown.Contains(text) && chronicle.Journal.Any(recorded => onceGone.Contains(recorded.Sequence) && Is(recorded, text)));
        // Where a line is shown that was lost and said again, it is the later one that is kept.
        var known = shown.Where((text, at) => kept.Contains(text) && !(lost.Contains(text) && shown.LastIndexOf(text) > at)).Distinct().ToList();
        var due = room.HasGap || known.Count == 0 ? kept.Where(known.Contains) : kept.SkipWhile(text => text != known[0]);
        if (!known.SequenceEqual(due.Distinct()))
            yield return $"[{string.Join(' ', known)}], and there are [{string.Join(' ', due)}]";
        foreach (var text in shown.Where(text => !kept.Contains(text) && !lost.Contains(text) && !chronicle.Journal.Any(recorded => Is(recorded, text))))
            yield return $"'{text}', which is in no journal";
    }

    private static bool Is(Recorded recorded, string text) => recorded.Event is Event.Said said && (said.Body.Lines.Any(line => line == text) || string.Join('\n', said.Body.Lines) == text);
}
