using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

public sealed class LabelsAreAnswered : IChecker
{
    public string Promise => "every label is answered once";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        return chronicle.Ears.Where(ear => ear.Sent.Exists(sent => sent.Label is not null)).SelectMany(Complaints);
    }

    private static IEnumerable<string> Complaints(Ear ear)
    {
        var answers = ear.Heard.Select(heard => heard.Line.Tag("label")).OfType<string>().CountBy(label => label).ToDictionary();
        var labels = ear.Sent.Select(sent => sent.Label).OfType<string>().ToList();
        foreach (var label in labels)
        {
            var count = answers.GetValueOrDefault(label);
            if (count > 1 || (count == 0 && ear.IsOpen))
                yield return $"{ear} got {count} answers to label {label}";
        }
        foreach (var label in answers.Keys.Except(labels))
            yield return $"{ear} got an answer to label {label}, which it never gave";
    }
}
