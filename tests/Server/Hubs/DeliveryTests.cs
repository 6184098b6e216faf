using ChatRoom.Domain;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Journal;
using ChatRoom.Server.Seeing;
using ChatRoom.Server.Sessions;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>Whatever becomes of a connection, its seat is given up and its letters are answered.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly MemoryJournal _journal = new();
    private readonly IHistory _history;
    private readonly Roster _roster = new();
    private readonly Delivery _delivery;
    private readonly Sink _sink = new();
    private readonly Seat _seat;

    public DeliveryTests()
    {
        var info = new ServerInfo("irc.test", "ChatRoom", "test", default, _journal.Epochs, new PublishedSettings(new LiveSettings()));
        _history = _journal.OpenHistory();
        _delivery = new Delivery(new Voice(info, _history, new Welcome(info, new Census())), _roster, new Tally());
        _seat = new Seat(new ConnectionId(new ServerId(1), 1), _sink);
        _roster.Open(_seat);
    }

    public void Dispose()
    {
        _history.Dispose();
        _journal.Dispose();
    }

    [Fact]
    public async Task Who_was_never_let_in_and_hangs_up_is_told_and_gives_up_his_seat()
    {
        Deliver(new Wish.HangUp(new Ending(CloseReason.Quit, "bye")));

        await _sink.Finished;
        Assert.Equal("ERROR :Closing link: Quit: bye\r\n", _sink.Taken);
        Assert.Empty(_roster.Seats);
        Assert.Equal(1, _sink.Answers);
    }

    [Fact]
    public async Task Who_is_gone_before_he_hangs_up_gives_up_his_seat_too()
    {
        _sink.Room = -1;
        Deliver(new Wish.Render(new IrcReply.Pong("to nobody")));
        await _sink.Finished;

        Deliver(new Wish.HangUp(new Ending(CloseReason.ConnectionLost)));

        Assert.Empty(_roster.Seats);
        Assert.Equal(2, _sink.Answers);
    }

    [Fact]
    public async Task Who_is_cut_off_gives_up_his_seat_when_he_hangs_up()
    {
        (_sink.Room, _sink.IsStuck) = (0, true);
        Deliver(new Wish.Render(new IrcReply.Pong("slow")));
        await _sink.Waits();
        _delivery.CutOff(_seat, new Ending(CloseReason.ReadTooSlowly));

        Deliver(new Wish.HangUp(new Ending(CloseReason.ReadTooSlowly)));
        _sink.GoOn();
        await _sink.Finished;

        Assert.Equal(":irc.test PONG irc.test :slow\r\nERROR :Closing link: you read too slowly: more than 1 MiB was waiting for you\r\n", _sink.Taken);
        Assert.Empty(_roster.Seats);
    }

    [Fact]
    public async Task Who_is_behind_is_not_answered_until_he_has_read()
    {
        (_sink.Room, _sink.IsStuck) = (0, true);
        Deliver(new Wish.Render(new IrcReply.Pong("one")));
        await _sink.Waits();
        Deliver(new Wish.Render(new IrcReply.Pong("two")));
        Assert.Equal(1, _sink.Answers);

        _sink.GoOn();
        Assert.True(SpinWait.SpinUntil(() => _sink.Answers == 2, Dialect.Client.Deadline));

        Assert.Equal(":irc.test PONG irc.test :one\r\n:irc.test PONG irc.test :two\r\n", _sink.Taken);
    }

    private void Deliver(Wish wish)
    {
        _delivery.Begin();
        _delivery.Deliver(new Outcome(new Letter(_seat, wish), World.Empty, null, [], []));
        _delivery.Flush();
    }
}
