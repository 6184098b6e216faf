using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

/// <summary>Two networks in one model, with the same room and the same people by name: what happens in one leaves the other as it is.</summary>
public class NetworksTests
{
    private static readonly Networks Two = Networks.Of(InLobby("home")).With(InLobby("work"));

    [Fact]
    public void What_is_said_in_one_is_not_said_in_the_other()
    {
        var next = Said(Two, "work", "Duy", "only here");

        Assert.Same(Two.Find("home")!.Chat, next.Find("home")!.Chat);
        Assert.Contains("only here", Texts(next, "work"));
    }

    [Fact]
    public void The_same_room_elsewhere_is_not_looked_at()
    {
        var next = Said(Said(Two, "home", "Duy", "seen"), "work", "Duy", "not seen");

        Assert.Equal((0, 1), (Lobby(next, "home").Unread, Lobby(next, "work").Unread));
    }

    [Fact]
    public void Who_looks_at_a_conversation_of_another_network_is_there()
    {
        var unread = Said(Two, "work", "Duy", "not seen");
        var there = NetworksUpdate.Wish(unread, "work", new ChatWish.Look("#lobby")).Model;

        Assert.Equal("work", there.Current.Name);
        Assert.Equal(0, Lobby(there, "work").Unread);
        Assert.NotNull(Lobby(there, "work").UnreadFrom);
        Assert.Equal(1, Lobby(Said(there, "home", "Duy", "behind us"), "home").Unread);
        Assert.Equal(0, Lobby(Said(there, "work", "Duy", "in front of us"), "work").Unread);
    }

    [Fact]
    public void What_was_new_where_one_looked_is_old_when_one_comes_back()
    {
        var there = NetworksUpdate.Wish(Said(Two, "work", "Duy", "new"), "work", new ChatWish.Look("#lobby")).Model;
        var back = NetworksUpdate.Wish(there, "home", new ChatWish.Look("#lobby")).Model;

        Assert.Equal("home", back.Current.Name);
        Assert.Null(Lobby(back, "work").UnreadFrom);
    }

    [Fact]
    public void What_a_person_wants_goes_to_the_network_that_it_is_for()
    {
        var (next, messages) = NetworksUpdate.Wish(Two, "work", new ChatWish.Say("#lobby", "hello", Manner.Message, 7));

        Assert.Equal("work", Assert.Single(messages).Network);
        Assert.Equal("home", next.Current.Name);
    }

    [Fact]
    public void Somebody_of_the_same_name_is_somebody_else()
    {
        var ignoring = NetworksUpdate.Wish(Two, "work", new ChatWish.Ignore("Duy", On: true)).Model;
        var said = Said(Said(ignoring, "work", "Duy", "noise"), "home", "Duy", "news");
        var renamed = Heard(said, "home", new ChatEvent.Renamed(At, "Duy", "Binh", Own: false));

        Assert.Equal(("news", ""), (string.Join(' ', Texts(said, "home")), string.Join(' ', Texts(said, "work"))));
        Assert.True(Lobby(renamed, "work").Members.ContainsKey("duy"));
        Assert.False(Lobby(renamed, "home").Members.ContainsKey("duy"));
    }

    [Fact]
    public void A_connection_that_breaks_is_one_of_them()
    {
        var home = Two.Find("home")!.Chat;
        var next = NetworksUpdate.Hear(Two, "home", ClientUpdate.Suspend(home.Client).Model, new LinkState.Connecting(), [], At.Time).Model;

        Assert.IsType<LinkState.Connecting>(next.Find("home")!.Chat.Link);
        Assert.Same(Two.Find("work")!.Chat, next.Find("work")!.Chat);
    }

    [Fact]
    public void What_a_network_that_is_gone_still_tells_is_nobodys_news() =>
        Assert.Same(Two, Said(Two, "elsewhere", "Duy", "late"));

    private static Stamp At => new(Conversation.Now.AddMinutes(1));

    private static Network InLobby(string name) => new(name, Chatting.InRoom().Model, new LinkFacts($"{name}:6697"));

    private static Networks Said(Networks networks, string network, string nick, string text) =>
        Heard(networks, network, new ChatEvent.Said(At, "#lobby", nick, "#lobby", text, Manner.Message, Own: false));

    private static Networks Heard(Networks networks, string network, ChatEvent happened)
    {
        var chat = networks.Find(network)?.Chat ?? networks.Current.Chat;
        return NetworksUpdate.Hear(networks, network, chat.Client, chat.Link, [happened], At.Time).Model;
    }

    private static Chat.Conversation Lobby(Networks networks, string network) => networks.Find(network)!.Chat.Find("#lobby")!;

    private static IEnumerable<string> Texts(Networks networks, string network) =>
        Lobby(networks, network).Entries.Select(entry => entry.What).OfType<EntryWhat.Said>().Select(said => said.Text);
}
