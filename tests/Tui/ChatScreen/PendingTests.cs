using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>What we said and nobody has confirmed stands below all else, with what can be done about it.</summary>
public class PendingTests
{
    [Fact]
    public void It_stands_at_the_end_and_says_that_it_waits()
    {
        var play = Waiting("first", "second");

        Assert.Contains("first …", play.Messages[^2]);
        Assert.Contains("second …", play.Messages[^1]);
    }

    [Fact]
    public void While_the_connection_is_away_it_is_counted()
    {
        var play = Waiting("first", "second");
        play.Hear(play.Model.Chat with { Link = new LinkState.Waiting("gone", play.Model.Now.AddSeconds(3), 1) });
        Assert.Contains("2 not sent yet", play.Rows[^1]);
    }

    [Fact]
    public void It_is_chosen_and_taken_back()
    {
        var play = Waiting("first", "second").Alt('s').Press(KeyName.Up).Type("t");
        Assert.Equal(new ChatWish.Discard("#lobby", 1), Assert.Single(play.Wishes));
    }

    [Fact]
    public void What_others_say_meanwhile_comes_above_it()
    {
        var play = Waiting("mine");
        var said = new ChatEvent.Said(new Stamp(play.Model.Now), "#lobby", "An", "#lobby", "theirs", Manner.Message, false);
        play.Hear(ChatUpdate.Hear(play.Model.Chat, play.Model.Chat.Client, play.Model.Chat.Link, [said], play.Model.Now).Model);

        Assert.Contains("theirs", play.Messages[^2]);
        Assert.Contains("mine …", play.Messages[^1]);
    }

    private static TalkPlay Waiting(params string[] texts)
    {
        var model = new Furnished().Say(3).At(80, 24);
        var waiting = texts.Select((text, i) => new ClientMessage.Say("#lobby", text, Manner.Message, (UInt128)i + 1));
        return new TalkPlay(model.With(model.Chat with { Client = model.Chat.Client with { Waiting = [.. waiting] } }));
    }
}
