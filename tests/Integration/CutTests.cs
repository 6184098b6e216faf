using ChatRoom.Bench.Cut;

namespace ChatRoom.Integration.Tests;

public sealed class CutTests
{
    /// <summary>`bench/Cut` does a thousand.</summary>
    [Fact]
    public async Task Twenty_rounds_of_cutting_lose_double_and_reorder_nothing_on_two_screens()
    {
        using var progress = new StringWriter();
        var tally = await new CutTest(new CutOptions(Rounds: 20, Seed: 20, Lines: 30, Patience: TimeSpan.FromSeconds(60)), progress).Run();
        Assert.True(tally.Wrong.Count == 0, $"{tally}");
        Assert.Equal(20, tally.Rounds);
        Assert.NotEqual(0, tally.Cuts);
    }
}
