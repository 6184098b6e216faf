using System.Text;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Stories;

namespace ChatRoom.Simulation.Tests.Reporting;

/// <summary>What a person reads when a story went wrong: the seed, what is wrong, the last steps in words, and the command that shows it again.</summary>
public static class Report
{
    private const int LastSteps = 60;

    public static string Of(Verdict failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        var shortest = Shrinker.Shrink(failed, out var story);
        var text = new StringBuilder();
        text.AppendLine($"seed {failed.Seed} fails:");
        foreach (var complaint in shortest.Complaints.Take(5))
            text.AppendLine($"  {complaint}");
        text.AppendLine($"its story, shortened from {Story.Of(failed.Seed).Count} beats to {story.Count}, ends so:");
        foreach (var step in shortest.Trace.TakeLast(LastSteps))
            text.AppendLine($"  {step}");
        text.AppendLine($"to see it again: dotnet run --project tests/Simulation -- --seed {failed.Seed}{Only(story)}");
        return text.ToString();
    }

    private static string Only(IReadOnlyList<Beat> story) => story.Count == 0 ? " --only none" : $" --only {string.Join(',', story.Select(beat => beat.Number))}";
}
