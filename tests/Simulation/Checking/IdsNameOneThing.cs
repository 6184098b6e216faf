namespace ChatRoom.Simulation.Tests.Checking;

public sealed class IdsNameOneThing : IChecker
{
    public string Promise => "a message id names the same message for ever";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var named = new Dictionary<string, string>();
        foreach (var ear in chronicle.Ears)
        {
            foreach (var heard in ear.Heard)
            {
                if (heard.Line.Tag("msgid") is { } id && Hearing.Happened(heard.Line) is { } line && !named.TryAdd(id, line) && !AreOne(named[id], line))
                    yield return $"{id} is '{named[id]}' and, for {ear}, '{line}'";
            }
        }
    }

    /// <summary>Words may be forgotten; of being away others stand in their place, and of what was taken back.</summary>
    private static bool AreOne(string line, string other) => line == other || IsWithout(line, other) || IsWithout(other, line);

    private static bool IsWithout(string words, string line) => words.StartsWith($"{line} ", StringComparison.Ordinal)
        || (line.EndsWith(" (taken back)", StringComparison.Ordinal) && words.StartsWith(line[..^"(taken back)".Length], StringComparison.Ordinal))
        || (line.StartsWith("AWAY ", StringComparison.Ordinal) && line.EndsWith(" away", StringComparison.Ordinal) && words.StartsWith(line[..^"away".Length], StringComparison.Ordinal));
}
