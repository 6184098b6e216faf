using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Stories;

#pragma warning disable RS0030 // The table of what was met is left where CI finds it.
namespace ChatRoom.Simulation.Tests.Tests;

public sealed class StoryTests
{
    [Fact]
    public void Two_thousand_stories_keep_every_promise_and_meet_everything()
    {
        var reports = new List<string>();
        var met = Batch.Run(0, Leasts.Stories, verdict =>
        {
            if (reports.Count < 3)
                reports.Add(Report.Of(verdict));
        });
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "met.txt"), Leasts.Table(met));

        Assert.True(reports.Count == 0, string.Join('\n', reports));
        Assert.Empty(Leasts.Missing(met));
    }

    [Theory]
    [InlineData(7UL)]
    [InlineData(1104UL)]
    public void A_seed_tells_the_same_story_each_time(ulong seed)
    {
        var (once, again) = (Runner.Run(seed, isTraced: true), Runner.Run(seed, isTraced: true));

        Assert.Equal(once.Trace, again.Trace);
        Assert.True(once.Trace.Count > 100);
    }

    [Fact]
    public void A_story_that_fails_is_shortened_to_what_fails()
    {
        var story = Story.Of(3);
        var (one, other) = (story[2], story[^2]);

        Assert.Equal([one, other], Shrinker.Shrink(story, shorter => shorter.Contains(one) && shorter.Contains(other)));
    }
}
