using ChatRoom.Bench.Crash;

namespace ChatRoom.Integration.Tests;

/// <summary>The judge of the crash rounds must notice each kind of lie; a judge who never condemns proves nothing.</summary>
public sealed class VerdictTests
{
    private static readonly SaidLine[] Truth = [Line(0), Line(1), Line(2)];

    [Fact]
    public void The_truth_is_good() => Assert.True(Judge(echoed: Truth[..2], heard: Truth, history: Truth).IsGood);

    [Fact]
    public void What_was_sent_and_never_echoed_may_be_kept_or_not()
    {
        Assert.True(Judge(echoed: [], heard: [], history: Truth).IsGood);
        Assert.True(Judge(echoed: [], heard: [], history: []).IsGood);
    }

    [Fact]
    public void An_echoed_line_that_is_not_kept_is_lost() =>
        Assert.Equal(1, Judge(echoed: Truth, heard: [], history: Truth[..2]).Lost);

    [Fact]
    public void A_line_that_is_kept_under_another_id_is_lost() =>
        Assert.Equal(1, Judge(echoed: [Truth[0] with { Id = "other" }], heard: [], history: Truth).Lost);

    [Fact]
    public void A_line_that_is_kept_twice_is_doubled() =>
        Assert.Equal(1, Judge(echoed: [], heard: [], history: [.. Truth, Truth[2] with { Id = "other" }]).Doubled);

    [Fact]
    public void Two_lines_with_one_id_are_doubled() =>
        Assert.Equal(1, Judge(echoed: [], heard: [], history: [Truth[0], Truth[1] with { Id = Truth[0].Id }]).Doubled);

    [Fact]
    public void Lines_that_changed_places_are_reordered() =>
        Assert.NotEqual(0, Judge(echoed: [], heard: [], history: [Truth[1], Truth[0], Truth[2]]).Reordered);

    [Fact]
    public void A_hole_in_what_somebody_said_is_an_order_that_they_did_not_give() =>
        Assert.NotEqual(0, Judge(echoed: [], heard: [], history: [Truth[0], Truth[2]]).Reordered);

    [Fact]
    public void Who_heard_in_another_order_or_with_a_hole_shows_it()
    {
        Assert.NotEqual(0, Judge(echoed: [], heard: [Truth[1], Truth[0]], history: Truth).Reordered);
        Assert.NotEqual(0, Judge(echoed: [], heard: [Truth[0], Truth[2]], history: Truth).Reordered);
    }

    [Fact]
    public void What_somebody_heard_must_be_kept() =>
        Assert.Equal(1, Judge(echoed: [], heard: Truth, history: Truth[..2]).HeardNotKept);

    [Fact]
    public void What_nobody_sent_is_invented()
    {
        Assert.Equal(1, Judge(echoed: [], heard: [], history: [.. Truth, Line(3)]).Invented);
        Assert.Equal(1, Judge(echoed: [], heard: [], history: [Line(0) with { Round = 6 }]).Invented);
    }

    private static SaidLine Line(int number) => new($"epoch-{number}", null, Round: 7, Writer: 1, number);

    /// <summary>One writer sent three lines in round 7.</summary>
    private static Tally Judge(SaidLine[] echoed, SaidLine[] heard, SaidLine[] history) =>
        Verdict.Of(7, [new Testimony(1, 3, echoed)], [heard], history);
}
