using ChatRoom.Domain.Events;

namespace ChatRoom.Simulation.Tests.Checking;

public sealed class IdsNameOneThing : IChecker
{
    public string Promise => "a message id names the same message for ever";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var named = new Dictionary<string, string>();
        var renames = chronicle.Branches.SelectMany(events => events).Select(recorded => recorded.Event).OfType<Event.RoomRenamed>()
            .Select(renamed => (renamed.Name.Text, renamed.New.Text)).Distinct().ToList();
        foreach (var ear in chronicle.Ears)
        {
            foreach (var heard in ear.Heard)
            {
                if (heard.Line.Tag("msgid") is { } id && Hearing.Happened(heard.Line) is { } line && !named.TryAdd(id, line) && !AreOne(named[id], line) && !AreOfOneRoom(renames, named[id], line))
                    yield return $"{id} is '{named[id]}' and, for {ear}, '{line}'";
            }
        }
    }

    /// <summary>History names a room as it is called now.</summary>
    private static bool AreOfOneRoom(List<(string Old, string New)> renames, string line, string other)
    {
        if (line.Split(' ', 4) is not [var verb, var who, var room, ..] || other.Split(' ', 4) is not [_, _, var now, ..])
            return false;
        System.Collections.Generic.HashSet<string> names = [room.TrimStart('@', '+')];
        // Once more for each that was found.
        foreach (var _ in renames)
            names.UnionWith(renames.Where(one => names.Contains(one.Old) || names.Contains(one.New)).SelectMany(one => (string[])[one.Old, one.New]).ToList());
        var head = $"{verb} {who} {room}";
        return names.Contains(now.TrimStart('@', '+')) && AreOne($"{verb} {who} {now}{line[head.Length..]}", other);
    }

    /// <summary>Words may be forgotten; of being away others stand in their place, and of what was taken back.</summary>
    private static bool AreOne(string line, string other) => line == other || IsWithout(line, other) || IsWithout(other, line);

    private static bool IsWithout(string words, string line) => words.StartsWith($"{line} ", StringComparison.Ordinal)
        || (line.EndsWith(" (taken back)", StringComparison.Ordinal) && words.StartsWith(line[..^"(taken back)".Length], StringComparison.Ordinal))
        || (line.StartsWith("AWAY ", StringComparison.Ordinal) && line.EndsWith(" away", StringComparison.Ordinal) && words.StartsWith(line[..^"away".Length], StringComparison.Ordinal));
}
