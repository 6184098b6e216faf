using ChatRoom.Tui.Composing;

namespace ChatRoom.Tui.Tests;

public class ComposerUpdateTests
{
    [Theory]
    [InlineData("ab|c", "x", "abx|c")]
    [InlineData("ab|c", "Backspace", "a|c")]
    [InlineData("ab|c", "Ctrl+H", "a|c")]
    [InlineData("|abc", "Backspace", "|abc")]
    [InlineData("ab|c", "Delete", "ab|")]
    [InlineData("ab|c", "Ctrl+D", "ab|")]
    [InlineData("abc|", "Delete", "abc|")]
    [InlineData("👨\u200D👩\u200D👧|", "Backspace", "|")]
    [InlineData("e\u0301x|", "Left", "e\u0301|x")]
    [InlineData("e\u0301|x", "Left", "|e\u0301x")]
    [InlineData("|🇻🇳🇩🇪", "Right", "🇻🇳|🇩🇪")]
    [InlineData("日本|", "Backspace", "日|")]
    [InlineData("two words|", "Alt+Left", "two |words")]
    [InlineData("two |words", "Ctrl+Left", "|two words")]
    [InlineData("|two words", "Alt+F", "two| words")]
    [InlineData("|two words", "Ctrl+Right", "two| words")]
    [InlineData("see http://x.y/z|", "Ctrl+W", "see |")]
    [InlineData("see x.y|", "Alt+Backspace", "see x.|")]
    [InlineData("|two words", "Alt+D", "| words")]
    [InlineData("one\ntw|o", "Home", "one\n|two")]
    [InlineData("one\ntw|o", "Ctrl+A", "one\n|two")]
    [InlineData("o|ne\ntwo", "End", "one|\ntwo")]
    [InlineData("o|ne\ntwo", "Ctrl+E", "one|\ntwo")]
    [InlineData("o|ne\ntwo", "Ctrl+K", "o|\ntwo")]
    [InlineData("one|\ntwo", "Ctrl+K", "one|two")]
    [InlineData("one\ntw|o", "Ctrl+U", "one\n|o")]
    [InlineData("one\n|two", "Ctrl+U", "one|two")]
    [InlineData("a|b", "Alt+Enter", "a\n|b")]
    [InlineData("a|b", "Ctrl+J", "a\n|b")]
    [InlineData("one\ntw|o", "Up", "on|e\ntwo")]
    [InlineData("o|ne\ntwo", "Down", "one\nt|wo")]
    [InlineData("日本\nabc|d", "Up", "日|本\nabcd")]
    [InlineData("one two three|", "Up", "one t|wo three")]
    public void A_key_changes_the_text(string before, string key, string after) => Assert.Equal(after, Typing.Of(before).After(key).Marked());

    [Fact]
    public void Going_up_and_down_keeps_the_column_across_a_short_line() =>
        Assert.Equal("abcd\nx\nefgh|", Typing.Of("abcd|\nx\nefgh").After("Down", "Down").Marked());

    [Fact]
    public void What_is_cut_comes_back_elsewhere() => Assert.Equal("b a |", Typing.Of("a |b ").After("Ctrl+U", "End", "Ctrl+Y").Marked());

    [Fact]
    public void Undo_goes_back_by_words_and_redo_comes_again()
    {
        var written = Composer.Empty.Written("one two");

        Assert.Equal("one |", written.After("Ctrl+Z").Marked());
        Assert.Equal("|", written.After("Ctrl+Z", "Ctrl+Z").Marked());
        Assert.Equal("one two|", written.After("Ctrl+Z", "Ctrl+Z", "Alt+Z", "Alt+Z", "Alt+Z").Marked());
        Assert.Equal("|", written.After("Ctrl+Z", "Ctrl+Z", "Ctrl+Z").Marked());
    }

    [Fact]
    public void Undo_is_bounded()
    {
        var changed = Enumerable.Range(0, 1_000).Aggregate(Composer.Empty, (now, _) => now.After("Ctrl+J"));

        Assert.Equal(ComposerLimits.Undo, changed.Undo.Count);
    }

    [Fact]
    public void Enter_submits_and_remembers_and_blanks_are_not_said()
    {
        var step = Typing.Of("hello|").Press("Enter");

        Assert.Equal(new ComposerOutcome.Submitted("hello"), step.Outcome);
        Assert.Equal("|", step.Composer.Marked());
        Assert.Equal(["hello"], step.Composer.Said);
        Assert.Null(Typing.Of(" \n |").Press("Enter").Outcome);
    }

    [Theory]
    [InlineData("/register tea|")]
    [InlineData("/login Mai tea|")]
    [InlineData("/PASSWORD tea|")]
    public void A_line_with_a_password_is_not_remembered(string line)
    {
        var step = Typing.Of(line).Press("Enter");

        Assert.IsType<ComposerOutcome.Submitted>(step.Outcome);
        Assert.Empty(step.Composer.Said);
    }

    [Fact]
    public void Beyond_the_first_row_is_what_was_said_and_the_draft_is_kept()
    {
        var composer = Composer.Empty with { Said = ["first", "second"] };

        var recalled = composer.Written("draft").After("Left", "Up", "Up");

        Assert.Equal("first|", recalled.Marked());
        Assert.Equal("first|", recalled.After("Up").Marked());
        Assert.Equal("draf|t", recalled.After("Down", "Down").Marked());
        Assert.Equal("draf|t", recalled.After("Down", "Down", "Down").Marked());
    }

    [Fact]
    public void What_was_said_is_bounded_and_a_text_said_twice_in_a_row_is_there_once()
    {
        var said = Enumerable.Range(0, 500).Aggregate(Composer.Empty, (now, i) => now.Written($"{i / 2}").After("Enter"));

        Assert.Equal(ComposerLimits.Said, said.Said.Count);
        Assert.Equal(["248", "249"], said.Said.TakeLast(2));
    }

    [Fact]
    public void A_short_paste_is_text_and_sends_nothing()
    {
        var step = Typing.Of("a|b").Paste("1\r\n2\t3\u001b[31m\u202E\n");

        Assert.Null(step.Outcome);
        Assert.Equal("a1\n2    3[31m|b", step.Composer.Marked());
    }

    [Theory]
    [InlineData("Enter", "x1\n|", true)]
    [InlineData("y", "x1\n|", true)]
    [InlineData("Escape", "x|", false)]
    [InlineData("n", "x|", false)]
    public void A_long_paste_is_asked_about(string answer, string begin, bool pasted)
    {
        var lines = string.Join('\n', Enumerable.Range(1, 120));

        var asked = Typing.Of("x|").Paste(lines).Composer;

        Assert.Equal("x|", asked.Marked());
        Assert.StartsWith("Paste 120 lines?", asked.Question!.Words, StringComparison.Ordinal);
        Assert.Equal("x|", asked.After("z").Marked());
        var answered = asked.After(answer);
        Assert.Null(answered.Question);
        Assert.StartsWith(begin.TrimEnd('|'), answered.Text, StringComparison.Ordinal);
        Assert.Equal(pasted, answered.Text.EndsWith("120", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_paste_can_be_edited_first() =>
        Assert.IsType<ComposerOutcome.EditorWanted>(Composer.Empty.Paste(new string('a', 3_000)).Composer.Press("e").Outcome);

    [Fact]
    public void A_paste_of_a_megabyte_is_refused_in_words_and_changes_nothing()
    {
        var step = Typing.Of("a|").Paste(new string('x', 1_000_000));

        Assert.Contains("1,000,000 characters", Assert.IsType<ComposerOutcome.Refused>(step.Outcome).Why, StringComparison.Ordinal);
        Assert.Equal("a|", step.Composer.Marked());
    }

    [Fact]
    public void Ctrl_X_Ctrl_E_opens_the_editor_and_what_it_brings_can_be_undone()
    {
        var step = Typing.Of("a|").After("Ctrl+X").Press("Ctrl+E");

        Assert.Equal(new ComposerOutcome.EditorWanted("a"), step.Outcome);
        Assert.Equal("a|", step.Composer.WithText("longer\ntext").After("Ctrl+Z").Marked());
    }

    [Fact]
    public void A_key_that_is_not_the_composers_is_left_to_the_screen() => Assert.False(Typing.Of("a|").Press("PageUp").Taken);

    [Fact]
    public void The_caret_never_stands_inside_of_a_cluster_whatever_is_typed()
    {
        string[] keys = ["Left", "Right", "Up", "Down", "Backspace", "Delete", "Ctrl+W", "Alt+D", "Ctrl+K", "Ctrl+Y", "Ctrl+Z", "Alt+Z", "Home", "End", "Alt+Left", "Ctrl+J", "Tab", "Escape"];
        string[] texts = ["a", " ", "\u0301", "👨\u200D👩\u200D👧", "\u200D", "🇻🇳", "日", "@", "/", ":", "#"];
        var (random, composer) = (new Random(7), Composer.Empty);
        for (var round = 0; round < 5_000; round++)
        {
            composer = random.Next(2) == 0 ? composer.After(keys[random.Next(keys.Length)]) : composer.Paste(texts[random.Next(texts.Length)]).Composer;
            Assert.Equal(CaretStops.Snap(composer.Text, composer.Caret), composer.Caret);
        }
    }
}
