using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Stories;

namespace ChatRoom.Simulation.Tests.Reporting;

/// <summary>
/// Makes a story that fails shorter: leaves out more and more of it, in ever smaller pieces, as long as it still fails. Each beat has its own
/// chance, so the rest stays what it was.
/// </summary>
public static class Shrinker
{
    public static IReadOnlyList<Beat> Shrink(IReadOnlyList<Beat> story, Func<IReadOnlyList<Beat>, bool> fails)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(fails);
        var wasShortened = true;
        while (wasShortened)
        {
            wasShortened = false;
            for (var piece = Math.Max(1, story.Count / 2); piece > 0; piece /= 2)
            {
                for (var from = 0; from < story.Count;)
                {
                    IReadOnlyList<Beat> shorter = [.. story.Take(from), .. story.Skip(from + piece)];
                    if (!fails(shorter))
                    {
                        from += piece;
                        continue;
                    }
                    (story, wasShortened) = (shorter, true);
                }
            }
        }
        return story;
    }

    /// <summary>The shortest story found that breaks the same promise.</summary>
    public static Verdict Shrink(Verdict failed, out IReadOnlyList<Beat> story)
    {
        ArgumentNullException.ThrowIfNull(failed);
        story = Shrink(Story.Of(failed.Seed), shorter => Runner.Run(failed.Seed, shorter) is { HasFailed: true } again && again.Promise == failed.Promise);
        return Runner.Run(failed.Seed, story, isTraced: true);
    }
}
