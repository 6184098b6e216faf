using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

public sealed class CanvasTests
{
    private static readonly Style Red = new(new Rgb(255, 0, 0));

    [Theory]
    [InlineData(0, "日本", "日本      ")]
    [InlineData(-1, "日本", " 本       ")]
    [InlineData(6, "日本", "      日  ")]
    [InlineData(7, "日本", "          ")]
    [InlineData(0, "\u0301x", "x         ")]
    [InlineData(0, "a\tb\nc", "abc       ")]
    [InlineData(3, "e\u0301", "   e\u0301      ")]
    public void Text_is_cut_at_whole_letters(int x, string text, string row)
    {
        var canvas = new Canvas(new FrameSize(8, 1), default);
        canvas.Write(x, 0, text, default);

        Assert.Equal(row.TrimEnd(), canvas.ToFrame().ToText());
        Assert.Equal(8, canvas.ToFrame().Rows[0].Sum(run => run.Width));
    }

    [Fact]
    public void Half_of_a_wide_letter_never_stays()
    {
        var canvas = new Canvas(new FrameSize(8, 1), default);
        canvas.Write(0, 0, "日本語文", default);
        canvas.Write(1, 0, "xx", default);
        canvas.Write(6, 0, "y", default);

        Assert.Equal(" xx 語y", canvas.ToFrame().ToText());
    }

    [Fact]
    public void A_wide_letter_over_the_middle_of_two_others_leaves_blanks_beside_it()
    {
        var canvas = new Canvas(new FrameSize(8, 1), default);
        canvas.Write(0, 0, "日本語文", default);
        canvas.Write(1, 0, "中", Red);

        Assert.Equal(" 中 語文", canvas.ToFrame().ToText());
        Assert.Equal([new StyledRun(" ", default), new StyledRun("中", Red), new StyledRun(" 語文", default)], canvas.ToFrame().Rows[0]);
    }

    [Fact]
    public void Writing_says_where_it_ended_and_keeps_to_its_border()
    {
        var canvas = new Canvas(new FrameSize(20, 1), default);

        Assert.Equal(7, canvas.Write(2, 0, "日本x and more", default, right: 7));
        Assert.Equal("  日本x", canvas.ToFrame().ToText());
        Assert.Equal(6, canvas.Write(2, 0, "日本語", default, right: 7));
    }

    [Fact]
    public void Whatever_is_painted_every_row_is_as_wide_as_the_screen()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var size = new FrameSize(1 + seed % 23, 1 + seed % 7);
            var frame = new RandomFrames(seed).Next(size);

            Assert.Equal(size.Rows, frame.Rows.Count);
            Assert.All(frame.Rows, row => Assert.Equal(size.Columns, row.Sum(run => run.Width)));
        }
    }

    [Fact]
    public void The_zone_on_top_is_the_one_that_is_clicked()
    {
        var canvas = new Canvas(new FrameSize(10, 4), default);
        canvas.Mark(new Area(-5, 0, 10, 2), new Named("below"));
        canvas.Mark(new Area(2, 1, 100, 100), new Named("above"));
        canvas.Mark(new Area(20, 20, 2, 2), new Named("outside"));
        var frame = canvas.ToFrame();

        Assert.Equal(new Named("below"), frame.TargetAt(4, 0));
        Assert.Equal(new Named("above"), frame.TargetAt(2, 1));
        Assert.Null(frame.TargetAt(9, 0));
        Assert.Equal(2, frame.Zones.Count);
        Assert.Equal(new Area(0, 0, 5, 2), frame.Zones[0].Area);
    }

    private sealed record Named(string Name) : Target;
}
