using ChatRoom.Bench.Crash;

namespace ChatRoom.Integration.Tests;

public sealed class CrashTests
{
    /// <summary>`bench/Crash` does a thousand.</summary>
    [Fact]
    public async Task Twenty_times_kill_9_loses_doubles_and_reorders_nothing()
    {
        var options = new CrashOptions(
            Rounds: 20, Seed: 20, Writers: 4, Readers: 2, LongestLife: TimeSpan.FromMilliseconds(150), Patience: TimeSpan.FromMinutes(2));
        using var progress = new StringWriter();
        var tally = await new CrashTest(options, progress).Run();
        Assert.True(tally.IsGood, $"{tally}\n{progress}");
        Assert.Equal(20, tally.Rounds);
        Assert.NotEqual(0, tally.Echoed);
    }
}
