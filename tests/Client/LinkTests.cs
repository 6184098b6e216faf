using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class LinkTests
{
    private readonly Linked _linked = new(Settings);

    private static ClientSettings Settings
    {
        get
        {
            Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
            Assert.True(RoomName.TryParse("#lobby", out var room, out _));
            return new ClientSettings(nick, [room], History: 0) { Features = ClientFeatures.Screen, Token = "0123456789abcdef0123456789abcdef" };
        }
    }

    [Fact]
    public async Task A_broken_connection_is_made_again_and_what_was_said_meanwhile_is_sent_once()
    {
        var first = _linked.FindsServer();
        await first.Welcome("Tuan", "#lobby");
        await _linked.UntilState<LinkState.Online>();
        await first.HangUp();
        await _linked.UntilState<LinkState.Waiting>();
        _linked.Link.Post(new ClientMessage.Say("#lobby", "said offline", Manner.Message, 7));
        var waiting = await _linked.Until(report => !report.Model.Waiting.IsEmpty);

        var second = _linked.FindsServer();
        _linked.Clock.Advance(TimeSpan.FromSeconds(2));
        await second.Welcome("Tuan", "#lobby");

        Assert.IsType<LinkState.Waiting>(waiting.State);
        Assert.Equal("PRIVMSG #lobby :said offline", await second.HearUntil("PRIVMSG"));
        var ping = await second.HearUntil("PING");
        await second.Say($":irc.test PONG irc.test {ping[5..]}");
        await _linked.Until(report => report.Model.Unconfirmed.IsEmpty && report.State is LinkState.Online);
        Assert.Equal("said offline", Assert.Single(_linked.Told.OfType<ChatEvent.Said>()).Text);
    }

    [Fact]
    public async Task Where_lines_have_no_ids_an_unconfirmed_one_is_perhaps_sent_and_not_repeated()
    {
        var first = _linked.FindsServer();
        await first.Welcome("Tuan", "#lobby");
        _linked.Link.Post(new ClientMessage.Say("#lobby", "is it there?", Manner.Message, 7));
        await first.HearUntil("PRIVMSG");
        await first.HangUp();
        await _linked.UntilState<LinkState.Waiting>();

        var second = _linked.FindsServer();
        _linked.Link.TryNow();
        await second.Welcome("Tuan", "#lobby");
        _linked.Link.Post(new ClientMessage.Say("#lobby", "and this?", Manner.Message, 8));

        Assert.Equal("PRIVMSG #lobby :and this?", await second.HearUntil("PRIVMSG"));
        await _linked.Until(_ => _linked.Told.OfType<ChatEvent.Gap>().Any());
        var doubtful = Assert.Single(_linked.Told.OfType<ChatEvent.PerhapsSent>());
        Assert.Equal(("is it there?", (UInt128)7), (doubtful.Text, doubtful.Id));
        Assert.Single(_linked.Told.OfType<ChatEvent.Gap>());
    }

    [Fact]
    public async Task A_first_connection_that_is_refused_waits_for_a_person_and_goes_on_with_what_they_changed()
    {
        var server = _linked.FindsServer();
        await server.HearUntil("USER");
        await server.Say(":irc.test 433 * Tuan :Nickname is already in use");
        var refused = await _linked.UntilState<LinkState.Over>();
        Assert.True(Nickname.TryParse("Tuan2", out var other, out _));

        var second = _linked.FindsServer();
        _linked.Link.TryNow(Settings with { Nick = other });
        await second.Welcome("Tuan2", "#lobby");
        await _linked.UntilState<LinkState.Online>();

        Assert.Equal(new LinkFault.Ended(new Ending.NicknameTaken("Tuan", "Nickname is already in use")), refused.State.Fault);
    }

    [Fact]
    public async Task Leaving_ends_it_in_every_state()
    {
        _linked.Finds(new DialResult.UnknownHost());
        await _linked.UntilState<LinkState.Over>();

        _linked.Link.Post(new ClientMessage.Leave("bye"));

        await _linked.Ends();
    }

    [Fact]
    public async Task Leaving_while_online_says_goodbye()
    {
        var server = _linked.FindsServer();
        await server.Welcome("Tuan", "#lobby");
        await _linked.UntilState<LinkState.Online>();

        _linked.Link.Post(new ClientMessage.Leave("bye"));

        Assert.Equal("QUIT bye", await server.HearUntil("QUIT"));
        await server.HangUp();
        await _linked.Ends();
    }
}
