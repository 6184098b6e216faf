using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
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

    [Fact]
    public void Each_network_is_a_section_that_says_how_its_connection_stands()
    {
        var home = new Furnished().Say(3).At(100, 24);
        var work = new Furnished { Link = new LinkState.Over("banned") }.Say(3).Network("work") with { Facts = new LinkFacts("irc.work.example:6697") };
        var rows = new TalkPlay(home with { Networks = home.Networks.With(work) }).Rows.Select(row => row[..Math.Min(22, row.Length)].TrimEnd()).ToList();

        // Both call themselves ChatRoom, so they are named by where they are.
        Assert.Contains("1 ● chat.example.org…", rows);
        Assert.Equal(["6 ✕ irc.work.example…", "7 #lobby", "8 #cats            @1", "9 #dotnet           3", "  Duy"], rows[6..11]);
    }

    [Fact]
    public void Keys_go_through_the_rooms_of_all_networks()
    {
        Assert.Equal(AtWork, Sent(Two().Alt('7')));
        Assert.Equal(new("work", ""), Sent(Look(Two(), new("home", "duy")).Ctrl('n')));
        Assert.Equal(new("work", "duy"), Sent(Look(Two(), new("home", "")).Ctrl('p')));
        Assert.Equal(new("work", "#cats"), Sent(Look(Two(), new("home", "#cats")).Alt('a')));
    }

    [Fact]
    public void A_few_letters_find_a_room_of_another_network()
    {
        var play = Two().Ctrl('k').Type("#lob");
        Assert.Contains("work", play.Text);

        play.Press(KeyName.Down).Press(KeyName.Enter);

        Assert.Equal(new("home", "#lobby"), Sent(play));
        Assert.Equal(AtWork, Sent(Two().Ctrl('k').Type("#lob").Press(KeyName.Enter)));
    }

    [Fact]
    public void The_status_and_the_top_say_which_network_it_is()
    {
        var play = Look(Two(libera: true), AtWork);

        Assert.Contains("#lobby · Libera", play.Rows[0]);
        Assert.Contains("● connected to Libera", play.Rows[^1]);
    }

    [Fact]
    public void A_network_that_was_left_takes_its_drafts_with_it()
    {
        var play = Look(Two(), AtWork).Type("for work");

        play.Update(new TalkMessage.Heard(play.Model.Networks.Without("work")));

        Assert.Equal("home", play.Model.Networks.Looking);
        Assert.DoesNotContain(play.Model.Readings.Keys, one => one.Network == "work");
        Assert.DoesNotContain("work", play.Text);
    }

    [Fact]
    public void The_only_server_is_not_left_by_mistake()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(80, 24)).Type("/disconnect").Press(KeyName.Enter);

        Assert.Contains("this is the only server", play.Text);
        Assert.Empty(play.Effects.OfType<TalkEffect.Disconnect>());
    }

    [Fact]
    public void Another_server_is_asked_for_by_its_address()
    {
        var asked = Assert.Single(Two().Type("/connect ircs://irc.example.org/tea Bob").Press(KeyName.Enter).Effects.OfType<TalkEffect.Connect>());

        Assert.Equal(new TalkEffect.Connect(new ServerAddress("irc.example.org", null, true, "#tea"), "Bob"), asked);
        Assert.Contains("is no address of IRC", Two().Type("/connect http://example.org").Press(KeyName.Enter).Text);
    }

    private static ConversationId Sent(TalkPlay play)
    {
        var wish = Assert.Single(play.Effects.OfType<TalkEffect.Wish>(), effect => effect.What is ChatWish.Look);
        return play.Model.Networks.Find(wish.Network)!.IdOf(((ChatWish.Look)wish.What).Conversation);
    }

    private static TalkPlay Two(bool libera = false)
    {
        var home = new Furnished().Say(60).At(80, 24);
        return new(home with { Networks = home.Networks.With(Named(new Furnished { Topic = "another room" }.Say(60).Network("work"), libera)) });
    }

    private static Network Named(Network network, bool libera) => libera
        ? network with { Chat = network.Chat with { Client = network.Chat.Client with { Support = network.Chat.Client.Support.With("NETWORK=Libera") } } }
        : network;

    private static TalkPlay Look(TalkPlay play, ConversationId conversation) =>
        play.Update(new TalkMessage.Heard(NetworksUpdate.Wish(play.Model.Networks, conversation.Network, new ChatWish.Look(conversation.Conversation)).Model));

    private static Networks Mentioned(TalkModel model, string network)
    {
        var chat = model.Networks.Find(network)!.Chat;
        var said = new ChatEvent.Said(new Stamp(model.Now), "#lobby", "An", "#lobby", "Tuan: hello", Manner.Message, false);
        return NetworksUpdate.Hear(model.Networks, network, chat.Client, chat.Link, [said], model.Now).Model;
    }
}
