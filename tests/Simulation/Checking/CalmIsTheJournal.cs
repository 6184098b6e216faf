using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>In the end everybody asks: who is in a room, what it is about, and what was said there. The answers are the journal's, without what was forgotten.</summary>
public sealed class CalmIsTheJournal : IChecker
{
    public string Promise => "in the end every answer is the journal's, and nothing forgotten is heard";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var places = new Ledger(chronicle.Journal).Places.ToDictionary(place => place.Name);
        // The topic is taken from what is read, because that knows what was forgotten.
        var topics = new Ledger(chronicle.Read).Places.ToDictionary(place => place.Name, place => place.Topic);
        foreach (var ear in chronicle.Ears.Where(ear => ear.IsOpen && ear.CalmFrom < ear.Heard.Count))
        {
            var heard = ear.Heard.Skip(ear.CalmFrom).ToList();
            if (!heard.Exists(one => one.Line.Is("PONG") && one.Line.Parameter(1) == "calm"))
                yield return $"{ear} asks whether the server is there, and hears nothing";
            foreach (var line in heard.Select(one => one.Line))
            {
                if (line.Command == "353" && Names(line.Parameter(3)) is var names && !names.SequenceEqual(Members(places, line.Parameter(2))))
                    yield return $"{ear} hears that [{string.Join(' ', names)}] are in {line.Parameter(2)}, and there are [{string.Join(' ', Members(places, line.Parameter(2)))}]";
                if (line.Command == "332" && topics.GetValueOrDefault(line.Parameter(1)) != line.Parameter(2))
                    yield return $"{ear} hears that {line.Parameter(1)} is about '{line.Parameter(2)}', and it is about '{topics.GetValueOrDefault(line.Parameter(1))}'";
                if (line.Command == "331" && topics.GetValueOrDefault(line.Parameter(1)) is not (null or ""))
                    yield return $"{ear} hears that {line.Parameter(1)} has no topic, and it has one";
            }
            foreach (var line in Hearing.Played(ear).Where(page => page.At >= ear.CalmFrom).SelectMany(page => page.Lines).Select(one => one.Line))
            {
                if (line.Parameter(0) is ['@', .. var room] && !IsOperator(places, room, ear.Id))
                    yield return $"{ear} is played '{line}', which is for operators";
            }
            foreach (var complaint in Hearing.Played(ear).Where(page => page.At >= ear.CalmFrom).Select(page => Complaint(chronicle, ear, page.Target, places.GetValueOrDefault(page.Target), page.Lines)).OfType<string>())
                yield return complaint;
        }
    }

    /// <summary>A room may have been called otherwise when it was said.</summary>
    private static string? Complaint(Chronicle chronicle, Ear ear, string room, Ledger.Place? place, IReadOnlyList<Heard> lines)
    {
        var heard = lines.Where(one => one.Line.Command is "PRIVMSG" or "NOTICE" && !HistoryIsTheJournal.IsTakenBack(one.Line)).Select(one => one.Line.Parameter(1)).ToList();
        var there = chronicle.Read.Select(recorded => recorded.Event).OfType<Event.Said>()
            .Where(said => said.In is Conversation.InRoom of && of.Room.Number == place?.Id).ToList();
        var kept = there.Where(said => said.In is Conversation.InRoom { Audience: Audience.Everyone } && said.Body.Lines is [_]).Select(said => said.Body.Lines[0]).ToList();
        // Some hear more, by their rights; nobody hears less, or in another order.
        var both = heard.Where(kept.Contains).ToList();
        var mayBeKept = there.SelectMany(said => said.Body.Lines).ToHashSet();
        return heard.Find(text => !mayBeKept.Contains(text)) is { } more ? $"{ear} is played '{more}' in {room}, and it is not there any more"
            : !IsTailOf(both, kept) ? $"{ear} is played [{string.Join(' ', both)}] in {room}, and there are [{string.Join(' ', kept)}]" : null;
    }

    /// <summary>A room that ended for good had a history of its own, so only the end is the room's for certain.</summary>
    private static bool IsTailOf(List<string> some, List<string> all) => some.Count <= all.Count && some.SequenceEqual(all.Skip(all.Count - some.Count));

    private static bool IsOperator(Dictionary<string, Ledger.Place> places, string room, ConnectionId connection) => places.TryGetValue(room, out var place)
        && place.Members.Exists(member => member.Connections.Contains(connection) && (member.Rooms[place.Id] & (Rights.Operator | Rights.Founder)) != 0);

    private static List<string> Names(string list) => [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.TrimStart('~', '@', '%', '+')).Order(StringComparer.Ordinal)];

    private static List<string> Members(Dictionary<string, Ledger.Place> places, string room) =>
        places.TryGetValue(room, out var place) ? [.. place.Members.Select(member => member.Nick).Order(StringComparer.Ordinal)] : [];
}
