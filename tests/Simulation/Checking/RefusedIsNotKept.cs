using ChatRoom.Domain.Events;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>Who is told that their line was not kept, or not taken, is told the truth: it is in no history. Labels say which line is meant.</summary>
public sealed class RefusedIsNotKept : IChecker
{
    public string Promise => "what was refused did not happen";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var kept = chronicle.Journal.Select(recorded => recorded.Event).OfType<Event.Said>().SelectMany(said => said.Body.Lines).ToHashSet();
        foreach (var ear in chronicle.Ears)
        {
            foreach (var heard in ear.Heard.Where(heard => heard.Line.Command is "FAIL" or "401" or "403" or "404"))
            {
                if (heard.Line.Tag("label") is { } label && ear.Sent.Find(sent => sent.Label == label) is { Text: { } text }
                    && kept.Contains(text) && WasSaidOnce(chronicle, ear.Person, text))
                    yield return $"{ear} heard '{heard.Line}', and '{text}' is in the journal";
            }
        }
    }

    private static bool WasSaidOnce(Chronicle chronicle, string person, string text) =>
        chronicle.Ears.Where(ear => ear.Person == person).Sum(ear => ear.Sent.Count(sent => sent.Text == text)) == 1;
}
