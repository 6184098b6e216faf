using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>Two networks on one screen, with the same rooms and the same people by name.</summary>
public class NetworksTests
{
    private static readonly ConversationId AtWork = new("work", "#lobby");

    [Fact]
    public void What_is_written_in_one_room_is_not_written_in_its_namesake()
    {
        var play = Two().Type("for home");
        Assert.Equal("", Look(play, AtWork).Model.Reading.Draft.Text);

        play.Type("for work");

        Assert.Equal("for home", Look(play, new("home", "#lobby")).Model.Reading.Draft.Text);
    }

    [Fact]
    public void What_is_said_goes_to_the_network_that_is_looked_at()
    {
        var play = Look(Two(), AtWork).Type("hello").Press(KeyName.Enter);

        Assert.Equal("work", Assert.Single(play.Effects.OfType<TalkEffect.Wish>(), effect => effect.What is ChatWish.Say).Network);
    }

    [Fact]
    public void Where_one_reads_further_up_is_a_place_of_one_network()
    {
        var play = Two();
        play.Press(KeyName.PageUp);
        Assert.NotNull(play.Model.Reading.Place);

        Assert.Null(Look(play, AtWork).Model.Reading.Place);
        Assert.NotNull(Look(play, new("home", "#lobby")).Model.Reading.Place);
    }

    [Fact]
    public void A_room_that_is_looked_at_says_nothing_of_its_namesake()
    {
        var play = Two();

        var bells = play.Update(new TalkMessage.Heard(Mentioned(play.Model, "home"))).Effects.OfType<TalkEffect.Do>();
        Assert.Empty(bells);

        play.Update(new TalkMessage.Heard(Mentioned(play.Model, "work")));
        Assert.Contains(play.Effects.OfType<TalkEffect.Do>(), effect => effect.What is Signal.Bell);
        Assert.StartsWith("(3)", TalkView.Show(play.Model).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_is_not_confirmed_by_its_namesake()
    {
        var play = Two();
        var work = play.Model.Networks.Find("work")!;
        var sent = work with { Chat = work.Chat with { Client = work.Chat.Client with { Lines = [new OutgoingLine(1, "#lobby", "hi", Manner.Message, 7)] } } };
        play.Update(new TalkMessage.Heard(play.Model.Networks.With(sent)));
        var said = new ChatEvent.Said(new Stamp(play.Model.Now), "#lobby", "Tuan", "#lobby", "hi", Manner.Message, true);

        play.Update(new TalkMessage.Heard(NetworksUpdate.Hear(play.Model.Networks, "home", play.Model.Chat.Client, play.Model.Chat.Link, [said], play.Model.Now).Model));
        Assert.DoesNotContain("said to", play.Text);

        play.Update(new TalkMessage.Heard(NetworksUpdate.Hear(play.Model.Networks, "work", work.Chat.Client, work.Chat.Link, [said], play.Model.Now).Model));
        Assert.Contains("said to #lobby: hi", play.Text);
    }

    private static TalkPlay Two()
    {
        var home = new Furnished().Say(60).At(80, 24);
        return new(home with { Networks = home.Networks.With(new Furnished { Topic = "another room" }.Say(60).Network("work")) });
    }

    private static TalkPlay Look(TalkPlay play, ConversationId conversation) =>
        play.Update(new TalkMessage.Heard(NetworksUpdate.Wish(play.Model.Networks, conversation.Network, new ChatWish.Look(conversation.Conversation)).Model));

    private static Networks Mentioned(TalkModel model, string network)
    {
        var chat = model.Networks.Find(network)!.Chat;
        var said = new ChatEvent.Said(new Stamp(model.Now), "#lobby", "An", "#lobby", "Tuan: hello", Manner.Message, false);
        return NetworksUpdate.Hear(model.Networks, network, chat.Client, chat.Link, [said], model.Now).Model;
    }
}
