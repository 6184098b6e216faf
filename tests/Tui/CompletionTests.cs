using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

public class CompletionTests
{
    [Theory]
    [InlineData("An|", "Ann: |")]
    [InlineData("hi B|", "hi Bob |")]
    [InlineData("hi @b|", "hi @Bob |")]
    [InlineData("see #t|", "see #tea |")]
    [InlineData("/jo|", "/join |")]
    [InlineData("/join #l|", "/join #lobby |")]
    [InlineData("/join t|", "/join #tea |")]
    [InlineData("/kick B|", "/kick Bob |")]
    [InlineData("/kick #lobby B|", "/kick #lobby Bob |")]
    [InlineData("/theme l|", "/theme light|")]
    [InlineData("/set pal|", "/set palette |")]
    [InlineData("/set palette r|", "/set palette random|")]
    [InlineData("/set theme l|", "/set theme light|")]
    [InlineData("/help jum|", "/help jump|")]
    [InlineData("/jump yes|", "/jump yesterday|")]
    [InlineData("/me hugs B|", "/me hugs Bob |")]
    [InlineData("fine :unico|", "fine 🦄 |")]
    [InlineData("//jo|", "//jo|")]
    [InlineData("nothing|", "nothing|")]
    public void Tab_completes_the_word_before_the_caret(string before, string after) => Assert.Equal(after, Typing.Of(before).After("Tab").Marked());

    [Theory]
    [InlineData("Tab", "Ann: |")]
    [InlineData("Tab Tab", "Anna: |")]
    [InlineData("Tab Tab Tab", "Ann: |")]
    [InlineData("Tab Shift+Tab", "Anna: |")]
    [InlineData("Tab Down", "Anna: |")]
    [InlineData("Tab Tab Escape", "An|")]
    [InlineData("Tab Tab Enter", "Anna: |")]
    [InlineData("Tab Tab x", "Anna: x|")]
    [InlineData("Tab Tab Enter Ctrl+Z", "An|")]
    public void Tab_walks_through_several(string keys, string after) => Assert.Equal(after, Typing.Of("An|").After(keys.Split(' ')).Marked());

    [Fact]
    public void A_sign_opens_the_popup_by_itself_and_enter_still_sends_what_was_typed()
    {
        var typed = Composer.Empty.Written("hi @A");

        Assert.Equal(["Ann", "Anna"], typed.Popup!.Items.Select(item => item.Label));
        Assert.Equal(new ComposerOutcome.Submitted("hi @A"), typed.Press("Enter").Outcome);
    }

    [Fact]
    public void Commands_are_offered_with_their_help()
    {
        var popup = Composer.Empty.Written("/jo").Popup!;

        Assert.Equal([new CompletionItem("/join ", "/join #ROOM [KEY]", "Join a room and look at it")], popup.Items);
    }

    [Fact]
    public void A_click_takes_the_one_that_is_clicked() =>
        Assert.Equal("Anna: |", ComposerUpdate.Accept(Typing.Of("An|").After("Tab"), 1).Marked());

    [Fact]
    public void There_are_emoji_enough_and_each_is_one_character_two_cells_wide_under_one_name()
    {
        Assert.True(Emoji.All.Count > 300);
        Assert.Equal(Emoji.All.Select(emoji => emoji.Name).Order(StringComparer.Ordinal).Distinct(), Emoji.All.Select(emoji => emoji.Name));
        Assert.All(Emoji.All, emoji =>
        {
            Assert.Matches("^[a-z0-9_+-]+$", emoji.Name);
            Assert.Single(TextWidth.Clusters(emoji.Text));
            Assert.Equal(2, TextWidth.Of(emoji.Text));
            Assert.Equal(emoji.Text, Emoji.Find(emoji.Name));
        });
    }
}
