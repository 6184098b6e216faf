using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests;

public class ComposerViewTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("one two", 1)]
    [InlineData("one two three", 2)]
    [InlineData("one\n\ntwo", 3)]
    [InlineData("日本語日本語", 2)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", 3)]
    [InlineData("1\n2\n3\n4\n5\n6\n7", 4)]
    public void It_grows_with_its_rows_up_to_what_it_is_given(string text, int rows) => Assert.Equal(rows, ComposerView.HeightOf(new Composer(text, 0), 11, 4));

    [Theory]
    [InlineData("one two three|", "one two\nthree", 5, 1)]
    [InlineData("one two |three", "one two\nthree", 0, 1)]
    [InlineData("one two| three", "one two\nthree", 7, 0)]
    [InlineData("日本語日本|語", "日本語日本\n語", 0, 1)]
    [InlineData("e\u0301e\u0301|", "e\u0301e\u0301", 2, 0)]
    [InlineData("aaaaaaaaaaaa|", "aaaaaaaaaa\naa", 2, 1)]
    [InlineData("|", "say it", 0, 0)]
    public void The_text_is_wrapped_and_the_caret_stands_at_its_place(string marked, string shown, int x, int y)
    {
        var frame = Painted(Typing.Of(marked), 11, 2);

        Assert.Equal(shown, frame.ToText().TrimEnd('\n').Replace(" \n", "\n", StringComparison.Ordinal));
        Assert.Equal(new Caret(x, y), frame.Caret);
    }

    [Fact]
    public void What_is_longer_than_its_place_scrolls_with_the_caret()
    {
        var text = string.Join('\n', Enumerable.Range(1, 9));

        Assert.Equal("8\n9" + new string(' ', 18) + "9 messages", Painted(new Composer(text, text.Length), 30, 2, 4_000).ToText());
        Assert.Equal("1", Painted(new Composer(text, 0), 30, 2).ToText().Split('\n')[0]);
    }

    [Theory]
    [InlineData("short", 10, null)]
    [InlineData("as long as two", 10, " 2 messages ")]
    [InlineData("one\ntwo\n\nthree", 10, " 3 messages ")]
    [InlineData("日本語日", 10, " 2 messages ")]
    [InlineData("/me does as much as nobody", 10, null)]
    public void A_text_that_becomes_several_messages_says_so(string text, int budget, string? hint) => Assert.Equal(hint, ComposerView.HintOf(text, budget));

    [Fact]
    public void A_question_about_a_paste_takes_the_place_of_the_text() =>
        Assert.Equal("Paste 99 lines? Enter yes · Esc no · e edit first", Painted(Composer.Empty.Paste(new string('\n', 98) + "x").Composer, 60, 1).ToText());

    [Fact]
    public void The_popup_stands_above_its_word_and_can_be_clicked()
    {
        var composer = Composer.Empty.Written("hi @a").After("Tab");
        var canvas = new Canvas(new FrameSize(30, 6), BuiltInThemes.Dark.Text);

        CompletionView.Paint(canvas, new Area(0, 5, 30, 1), new Area(0, 0, 30, 5), composer, BuiltInThemes.Dark);

        var frame = canvas.ToFrame();
        Assert.Equal("\n\n\n   Ann\n   Anna\n", frame.ToText());
        Assert.Equal(new CompletionTarget(1), frame.TargetAt(4, 4));
    }

    private static Frame Painted(Composer composer, int width, int height, int budget = ComposerView.UsualBudget)
    {
        var canvas = new Canvas(new FrameSize(width, height), BuiltInThemes.Dark.Text);
        ComposerView.Paint(canvas, canvas.Area, composer, BuiltInThemes.Dark, "say it", budget);
        return canvas.ToFrame();
    }
}
