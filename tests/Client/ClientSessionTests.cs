using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Testing;

namespace ChatRoom.Client.Tests;

public class ClientSessionTests
{
    private readonly FakeServer _server = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly Listener _listener = new();
    private readonly Channel<ClientMessage> _wishes = Channel.CreateUnbounded<ClientMessage>();

    [Fact]
    public async Task A_line_is_said_heard_and_followed_by_a_goodbye()
    {
        var running = Start();
        _wishes.Writer.TryWrite(new ClientMessage.Say("#lobby", "hello", Manner.Message, 7));
        _wishes.Writer.TryWrite(new ClientMessage.Finish(""));
        _wishes.Writer.Complete();

        await _server.Welcome("Tuan", "#lobby");
        Assert.Equal("PRIVMSG #lobby hello", await _server.HearUntil("PRIVMSG"));
        Assert.Equal("PING 1", await _server.Hear());
        await _server.Say(":irc.test PONG irc.test 1");
        Assert.Equal("QUIT", await _server.Hear());
        await _server.Say("ERROR :bye");

        Assert.Equal(new Ending.Left(), await running);
        Assert.Equal("hello", Assert.Single(_listener.Heard.OfType<ChatEvent.Said>()).Text);
    }

    [Fact]
    public async Task Wishes_are_taken_only_as_fast_as_lines_are_confirmed()
    {
        var running = Start();
        for (var i = 0; i < 20; i++)
            _wishes.Writer.TryWrite(new ClientMessage.Say("#lobby", $"{i}", Manner.Message, (UInt128)i));
        await _server.Welcome("Tuan", "#lobby");
        for (var i = 1; i <= 8; i++)
            Assert.Equal($"PING {i}", await _server.HearUntil("PING"));
        await _server.Say("PING :still there?");
        Assert.Equal("PONG :still there?", await _server.Hear());
        Assert.Equal(12, _wishes.Reader.Count);

        await _server.Say(":irc.test PONG irc.test 1");
        Assert.Equal("PRIVMSG #lobby 8", await _server.Hear());

        await _server.HangUp();
        Assert.Equal(new Ending.Lost("the server closed the connection"), await running);
    }

    [Fact]
    public async Task A_broken_connection_is_lost_with_what_was_not_confirmed()
    {
        var session = Create();
        var running = session.Run(_wishes.Reader);
        _wishes.Writer.TryWrite(new ClientMessage.Say("#lobby", "hello", Manner.Message, 7));
        await _server.Welcome("Tuan", "#lobby");
        await _server.HearUntil("PRIVMSG");

        await _server.HangUp(new IOException("reset by peer"));

        Assert.Equal(new Ending.Lost("reset by peer"), await running);
        Assert.Equal(["hello"], session.Model.Unconfirmed);
    }

    [Fact]
    public async Task Garbage_is_left_out_and_what_follows_is_heard()
    {
        var running = Start();
        await _server.Welcome("Tuan", "#lobby");
        byte[] garbage = [0, 255, (byte)' ', 13, 10, (byte)':', 13, 10, 10, .. Encoding.ASCII.GetBytes(new string('x', 70_000)), 10];
        await _server.SayBytes(garbage);
        await _server.Say(":Duy!d@h PRIVMSG #lobby :still here", "ERROR :end");

        await running;

        Assert.Equal("still here", Assert.Single(_listener.Heard.OfType<ChatEvent.Said>()).Text);
    }

    [Fact]
    public async Task A_server_that_does_not_say_goodbye_is_left_all_the_same()
    {
        var session = Create();
        var running = session.Run(_wishes.Reader);
        await _server.Welcome("Tuan", "#lobby");
        session.Post(new ClientMessage.Leave("interrupted"));
        await _server.HearUntil("QUIT");
        // The timer of the goodbye is set in the same step of the loop that sends QUIT, perhaps a moment after we hear it.
        while (!running.IsCompleted)
        {
            _clock.Advance(ClientLimits.Goodbye);
            await Task.Yield();
        }

        Assert.Equal(new Ending.Left(), await running);
    }

    [Fact]
    public async Task A_fault_of_the_input_ends_the_session_loudly()
    {
        var running = Start();
        await _server.Welcome("Tuan", "#lobby");

        _wishes.Writer.Complete(new InvalidDataException("broken"));

        await Assert.ThrowsAsync<InvalidDataException>(() => running);
    }

    [Fact]
    public async Task The_clock_is_looked_at_each_second_only_while_something_waits()
    {
        var clock = new PacedClock();
        var session = Create(clock);
        var running = session.Run(_wishes.Reader);
        Assert.Equal(ClientLimits.Tick, await clock.Paces.ReadAsync());
        await _server.Welcome("Tuan", "#lobby");
        Assert.Equal(ClientLimits.IdleTick, await clock.Paces.ReadAsync());

        _wishes.Writer.TryWrite(new ClientMessage.Say("#lobby", "hello", Manner.Message, 7));
        Assert.Equal(ClientLimits.Tick, await clock.Paces.ReadAsync());
        await _server.HearUntil("PING");
        await _server.Say(":irc.test PONG irc.test 1");
        Assert.Equal(ClientLimits.IdleTick, await clock.Paces.ReadAsync());

        await _server.HangUp();
        await running;
    }

    private ClientSession Create(TimeProvider? clock = null)
    {
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
        Assert.True(RoomName.TryParse("#lobby", out var room, out _));
        return new ClientSession(_server.ClientSide, new ClientSettings(nick, [room], History: 0), _listener, clock ?? _clock);
    }

    private Task<Ending> Start() => Create().Run(_wishes.Reader);

    private sealed class Listener : IEventSink
    {
        public ConcurrentQueue<ChatEvent> Heard { get; } = new();

        public void Show(ChatEvent happened) => Heard.Enqueue(happened);

        public ValueTask Settle() => ValueTask.CompletedTask;
    }
}
