using ChatRoom.Bench.Several;
using ChatRoom.Testing;

namespace ChatRoom.Integration.Tests;

/// <summary>Several servers on a real database, and everything that can happen to them. Without PostgreSQL it is skipped, and with CI=true it fails.</summary>
public sealed class SeveralTests
{
    private static readonly SeenLine[] Kept = [new("a-1", "one"), new("a-3", "two"), new("a-4", "three"), new("b-5", "four")];

    /// <summary>`bench/Several` does it for as long as one likes.</summary>
    [PostgresFact]
    public async Task Whatever_happens_to_three_servers_and_their_database_what_was_echoed_is_kept_once_and_in_one_order()
    {
        // Elsewhere than in CI nobody's network is touched.
        var isFull = Environment.GetEnvironmentVariable("CI") == "true";
        using var progress = new StringWriter();
        var options = new SeveralOptions(TimeSpan.FromSeconds(isFull ? 120 : 20), Seed: 7, Servers: 3, Talkers: 2)
        {
            Standby = StandbyKind.Sync,
            HasNetworks = isFull && ServerNetwork.Missing is null,
            LongestStop = TimeSpan.FromSeconds(12),
        };

        var tally = await new SeveralTest(options, progress).Run();

        Assert.True(tally.IsGood, $"{tally}\n{progress}");
    }

    [Fact]
    public void The_judge_finds_nothing_where_nothing_is_wrong()
    {
        var tally = SeveralVerdict.Of(Kept, [[Kept[0]], [Kept[3]]], [Kept, Kept[1..3], []]);

        Assert.True(tally.IsGood, $"{tally}");
        Assert.Equal((2, 6, 4), (tally.Echoed, tally.Heard, tally.Kept));
    }

    [Fact]
    public void The_judge_finds_a_line_that_was_echoed_and_is_not_there()
    {
        Assert.Equal(1, Judge([new SeenLine("a-2", "gone")], Kept).Lost);
        Assert.Equal(1, Judge([new SeenLine("a-2", "one")], Kept).Lost);
    }

    [Fact]
    public void The_judge_finds_what_was_heard_and_is_not_kept_or_is_another_servers_line() =>
        Assert.Equal(2, Judge([Kept[0]], [Kept[0], new("a-2", "ghost"), new("a-3", "three")]).FalselyHeard);

    [Fact]
    public void The_judge_finds_another_order_and_a_gap()
    {
        Assert.Equal(1, Judge([Kept[0]], [Kept[0], Kept[2], Kept[1]]).Reordered);
        Assert.Equal(2, Judge([Kept[0]], [Kept[0], Kept[3]]).Missed);
    }

    [Fact]
    public void The_judge_finds_what_is_kept_twice() =>
        Assert.Equal(1, SeveralVerdict.Of([.. Kept, new SeenLine("b-6", "one")], [[Kept[0]]], [Kept]).Doubled);

    [Fact]
    public void What_an_asynchronous_standby_had_not_got_is_named_where_the_next_epoch_begins_before_it_and_else_it_is_lost()
    {
        var lost = new SeenLine("a-6", "gone");
        (string, long)[] epochs = [("a", 1), ("b", 5)];

        var named = SeveralVerdict.Of(Kept, [[lost]], [[lost]], epochs);

        Assert.Equal((0, 0, 1), (named.Lost, named.FalselyHeard, named.NamedAsLost));
        Assert.Equal(1, SeveralVerdict.Of(Kept, [[new SeenLine("a-2", "gone")]], [], epochs).Lost);
    }

    private static SeveralTally Judge(SeenLine[] echoed, SeenLine[] heard) => SeveralVerdict.Of(Kept, [echoed], [heard]);
}
