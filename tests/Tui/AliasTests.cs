using ChatRoom.Tui.ChatScreen;
using ChatRoom.Client.Chat;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Tests.ChatScreen;

namespace ChatRoom.Tui.Tests;

/// <summary>Commands of one's own.</summary>
public class AliasTests
{
    [Theory]
    [InlineData("/me waves to $1", "An Bob", "/me waves to An")]
    [InlineData("/msg $2 $1: $*", "a b", "/msg b a: a b")]
    [InlineData("/msg NickServ", " help  me ", "/msg NickServ help  me")]
    [InlineData("$$5, thanks", "", "$5, thanks")]
    [InlineData("costs 5$", "", "costs 5$")]
    [InlineData("/away $*", "", "/away")]
    public void Words_behind_it_stand_in_its_text(string meaning, string words, string text)
    {
        Assert.True(AliasText.TryExpand("x", meaning, words, out var expanded, out _));
        Assert.Equal(text, expanded);
    }

    [Fact]
    public void A_word_that_is_missing_is_named()
    {
        Assert.False(AliasText.TryExpand("wave", "/me waves to $2", "An", out _, out var refusal));
        Assert.Equal("/wave needs 2 words behind it: /me waves to $2", refusal);
    }

    [Fact]
    public void The_file_names_what_is_wrong_and_keeps_what_is_right_and_what_was_written_there()
    {
        var text = "# mine\nwave = /me waves to $1\nno text\nbad name = x\n";
        var aliases = AliasText.Parse(text, out var wrong);

        Assert.Equal("/me waves to $1", Assert.Single(aliases).Value);
        Assert.Equal(2, wrong.Count);
        Assert.StartsWith("line 3: 'no text' is no name for an alias", wrong[0]);
        Assert.Equal("# mine\nno text\nbad name = x\nwave = /me bows\n", AliasText.With(text, "Wave", "/me bows").Replace("Wave", "wave"));
        Assert.Equal("# mine\nno text\nbad name = x\n", AliasText.With(text, "wave", null));
    }

    [Fact]
    public void One_is_made_used_and_forgotten()
    {
        var play = Play().Type("/alias wave /me waves to $1").Press(KeyName.Enter);
        Assert.Equal(new TalkEffect.SetAlias("wave", "/me waves to $1"), Assert.Single(play.Effects));

        play.Type("/wave").Press(KeyName.Enter);
        Assert.Contains("/wave needs 1 word behind it", play.Text);
        Assert.Equal("/wave", play.Model.Reading.Draft.Text);
        play.Type(" An").Press(KeyName.Enter);
        Assert.Equal("waves to An", Assert.Single(play.Wishes.OfType<ChatWish.Say>()).Text);

        play.Type("/unalias wave").Press(KeyName.Enter);
        Assert.Equal(new TalkEffect.SetAlias("wave", null), Assert.Single(play.Effects));
        play.Type("/wave An").Press(KeyName.Enter);
        Assert.Contains("there is no command /wave", play.Text);
    }

    [Theory]
    [InlineData("/alias join /me $1", "there is a command /join already")]
    [InlineData("/alias x /nosuch $1", "the alias x leads nowhere: there is no command /nosuch")]
    [InlineData("/alias x /login $1", "is a password")]
    [InlineData("/alias ä hello", "is no name for an alias")]
    public void One_that_could_do_nothing_is_refused_and_says_why(string typed, string why)
    {
        var play = Play().Type(typed).Press(KeyName.Enter);

        Assert.Contains(why, string.Join(' ', play.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        Assert.Empty(play.Effects.OfType<TalkEffect.SetAlias>());
    }

    private static TalkPlay Play() => new(new Furnished().Say(3).At(120, 24));
}
