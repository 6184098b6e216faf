using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>All that one's account did goes into a file, once it is whole.</summary>
public class SavingTests
{
    [Fact]
    public void What_the_server_told_is_written_once_and_not_before_it_is_whole()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(120, 24));
        var begun = new Records(1, ["{\"type\":\"said\"}", "{}"], IsWhole: false);
        Assert.Empty(play.Hear(play.Model.Chat with { Records = begun }).Effects.OfType<TalkEffect.Save>());

        play.Hear(play.Model.Chat with { Records = begun with { IsWhole = true } });

        var saved = Assert.Single(play.Effects.OfType<TalkEffect.Save>());
        Assert.Equal("{\"type\":\"said\"}\n{}\n", saved.Text);
        Assert.Matches(@"^\w+-\d{8}-\d{6}\.jsonl$", saved.Name);
        Assert.Empty(play.Hear(play.Model.Chat with { Now = play.Model.Chat.Now.AddSeconds(1) }).Effects.OfType<TalkEffect.Save>());
    }

    [Fact]
    public void A_server_that_calls_somebody_by_a_path_does_not_choose_the_folder()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(120, 24));
        var chat = play.Model.Chat;

        play.Hear(chat with { Client = chat.Client with { LoggedInAs = "../../.bash rc" }, Records = new Records(1, ["{}"], IsWhole: true) });

        Assert.StartsWith("_______bash_rc-", Assert.Single(play.Effects.OfType<TalkEffect.Save>()).Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account export", "ACCOUNT EXPORT")]
    [InlineData("/account erase", "ACCOUNT ERASE")]
    [InlineData("/account erase Tuan", "ACCOUNT ERASE Tuan")]
    [InlineData("/playback 50", "NS SET PLAYBACK 50")]
    public void The_words_of_a_person_are_those_of_the_server(string typed, string line)
    {
        var play = new TalkPlay(new Furnished().Say(3).At(120, 24)).Type(typed).Press(KeyName.Enter);

        Assert.Equal(line, Assert.IsType<ChatWish.Command>(Assert.Single(play.Wishes)).Line.ToString().Replace(" :", " ", StringComparison.Ordinal));
    }
}
