using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Memory;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>Whatever becomes of a connection, its connection is given up and its messages are answered.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly MemoryJournal _journal = new();
    private readonly IHistory _history;
    private readonly MembershipIndex _membership = new();
    private readonly Delivery _delivery;
    private readonly Sink _sink = new();
    private readonly LocalConnection _connection;

    public DeliveryTests()
    {
        var info = new ServerInfo("irc.test", "ChatRoom", "test", default, _journal.Epochs, new PublishedSettings(new LiveSettings()));
        _history = _journal.OpenHistory();
        _delivery = new Delivery(new LineRenderer(info, _history, new Welcome(info, new Census())), _membership, new HubCounters());
        _connection = new LocalConnection(new ConnectionId(new ServerId(1), 1), _sink);
        _membership.Open(_connection);
    }

    public void Dispose()
    {
        _history.Dispose();
        _journal.Dispose();
    }

    [Fact]
    public async Task Who_was_never_let_in_and_hangs_up_is_told_and_gives_up_their_seat()
    {
        Deliver(new HubRequest.Disconnect(new Ending(CloseReason.Quit, "bye")));

        await _sink.Finished;
        Assert.Equal("ERROR :Closing link: Quit: bye\r\n", _sink.Taken);
        Assert.Empty(_membership.Connections);
        Assert.Equal(1, _sink.Answers);
    }

    [Fact]
    public async Task Who_is_gone_before_they_hang_up_gives_up_their_seat_too()
    {
        _sink.Room = -1;
        Deliver(new HubRequest.Render(new IrcReply.Pong("to nobody")));
        await _sink.Finished;

        Deliver(new HubRequest.Disconnect(new Ending(CloseReason.ConnectionLost)));

        Assert.Empty(_membership.Connections);
        Assert.Equal(2, _sink.Answers);
    }

    [Fact]
    public async Task Who_is_cut_off_gives_up_their_seat_when_they_hang_up()
    {
        (_sink.Room, _sink.IsStuck) = (0, true);
        Deliver(new HubRequest.Render(new IrcReply.Pong("slow")));
        await _sink.Waits();
        _delivery.CutOff(_connection, new Ending(CloseReason.ReadTooSlowly));

        Deliver(new HubRequest.Disconnect(new Ending(CloseReason.ReadTooSlowly)));
        _sink.GoOn();
        await _sink.Finished;

        Assert.Equal(":irc.test PONG irc.test :slow\r\nERROR :Closing link: you read too slowly: more than 1 MiB was waiting for you\r\n", _sink.Taken);
        Assert.Empty(_membership.Connections);
    }

    [Fact]
    public async Task Who_is_behind_is_not_answered_until_they_have_read()
    {
        (_sink.Room, _sink.IsStuck) = (0, true);
        Deliver(new HubRequest.Render(new IrcReply.Pong("one")));
        await _sink.Waits();
        Deliver(new HubRequest.Render(new IrcReply.Pong("two")));
        Assert.Equal(1, _sink.Answers);

        _sink.GoOn();
        Assert.True(SpinWait.SpinUntil(() => _sink.Answers == 2, Dialect.Client.Deadline));

        Assert.Equal(":irc.test PONG irc.test :one\r\n:irc.test PONG irc.test :two\r\n", _sink.Taken);
    }

    private void Deliver(HubRequest request)
    {
        _delivery.Begin();
        _delivery.Deliver(new Outcome(new HubMessage(_connection, request), World.Empty, null, [], []));
        _delivery.Flush();
    }
}
