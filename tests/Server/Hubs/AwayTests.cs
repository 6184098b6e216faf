using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>The journal does not answer: what needs none is served all the same, in order, and the rest waits for a while.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    private const string NotKept = ":irc.test FAIL PRIVMSG NOT_KEPT #lobby :This was not kept and nobody heard it: the journal does not answer. Say it again later";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TestServer _server = TestServer.Start();
    private Client _tuan = null!;
    private Client _duy = null!;

    public async Task InitializeAsync()
    {
        _tuan = await _server.Connect("Tuan", "echo-message", "#lobby");
        _duy = await _server.Connect("Duy", "", "#lobby");
        await _tuan.Heard();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task While_a_commit_hangs_others_are_answered_and_who_waits_for_it_hears_all_in_order()
    {
        await HoldACommit("PRIVMSG #lobby :slow disk");
        await _tuan.Post("PING behind");

        Assert.Equal(
            [":irc.test 353 Duy = #lobby :@Tuan Duy", ":irc.test 366 Duy #lobby :End of names"],
            await _duy.Ask("NAMES #lobby"));

        _server.Journal.Release();
        Assert.Equal([":Tuan!tuan@guest PRIVMSG #lobby :slow disk"], await _tuan.Until(":behind"));
        await _duy.Hears(":Tuan!tuan@guest PRIVMSG #lobby :slow disk");
    }

    [Fact]
    public async Task What_has_to_be_kept_waits_fifteen_seconds_for_its_turn_and_is_refused_then()
    {
        await HoldTurns("PRIVMSG #lobby :one");
        await _tuan.Post("NAMES #lobby", "PRIVMSG #lobby :two");
        _server.Clock.Move(13 * Second);
        await _duy.Heard();
        Assert.Equal(JournalState.Lost, _server.Registry.Hub.Journal);

        _server.Clock.Move(Second);

        Assert.Equal(
            [NotKept, ":irc.test 353 Tuan = #lobby :@Tuan Duy", ":irc.test 366 Tuan #lobby :End of names", NotKept],
            await _tuan.Heard());
        Assert.Equal([NotKept], await _tuan.Ask("PRIVMSG #lobby :three"));

        _server.Journal.Release();
        while (_server.Registry.Hub.Journal != JournalState.Open)
            await _server.Registry.SignOfLife().WaitAsync(Client.Deadline);
        Assert.Equal([":Tuan!tuan@guest PRIVMSG #lobby :four"], await _tuan.Ask("PRIVMSG #lobby :four"));
        await _duy.Hears(":Tuan!tuan@guest PRIVMSG #lobby :four");
    }

    [Fact]
    public async Task What_waits_for_a_turn_that_comes_in_time_is_kept()
    {
        await HoldTurns("PRIVMSG #lobby :one");
        await _tuan.Post("NAMES #lobby", "PRIVMSG #lobby :two");
        _server.Clock.Move(12 * Second);
        await _duy.Heard();

        _server.Journal.Release();

        Assert.Equal(
            [
                ":Tuan!tuan@guest PRIVMSG #lobby :one", ":irc.test 353 Tuan = #lobby :@Tuan Duy",
                ":irc.test 366 Tuan #lobby :End of names", ":Tuan!tuan@guest PRIVMSG #lobby :two",
            ],
            await _tuan.Heard());
    }

    [Fact]
    public async Task A_turn_whose_outcome_nobody_knows_is_told_when_it_is_known_however_long_that_takes()
    {
        _server.Journal.IsGone = true;
        _server.Journal.NextFault = JournalFault.LoseAfterKeeping;
        await _tuan.Post("PRIVMSG #lobby :perhaps");
        // The sweep's, and that of the next try.
        await _server.Clock.WhenTimersRun(2);
        await _duy.Post("PRIVMSG #lobby :meanwhile");
        for (var second = 0; second < 20; second++)
        {
            _server.Clock.Move(Second);
            await _server.Clock.WhenTimersRun(2);
        }

        Assert.Equal([NotKept], await _duy.Heard());
        _server.Journal.IsGone = false;
        _server.Clock.Move(Second);

        Assert.Equal([":Tuan!tuan@guest PRIVMSG #lobby :perhaps"], await _tuan.Heard());
        await _duy.Hears(":Tuan!tuan@guest PRIVMSG #lobby :perhaps");
    }

    [Fact]
    public async Task A_turn_that_can_not_begin_is_begun_when_the_journal_is_back_and_nothing_was_unknown()
    {
        _server.Journal.IsAway = true;
        await _tuan.Post("PRIVMSG #lobby :one");
        await _server.Clock.WhenTimersRun(2);
        _server.Clock.Move(Second);
        await _duy.Heard();

        await _server.Clock.WhenTimersRun(2);
        _server.Journal.IsAway = false;
        _server.Clock.Move(Second);

        Assert.Equal([":Tuan!tuan@guest PRIVMSG #lobby :one"], await _tuan.Heard());
        await _duy.Hears(":Tuan!tuan@guest PRIVMSG #lobby :one");
    }

    [Fact]
    public async Task Who_goes_meanwhile_goes_at_once_and_their_departure_comes_first_afterwards()
    {
        await HoldTurns("PRIVMSG #lobby :one");

        await _duy.Send("QUIT :bye");
        Assert.Equal(["ERROR :Closing link: Quit: bye"], await _duy.Rest());

        _server.Journal.Release();
        Assert.Equal([":Duy!duy@guest QUIT :Quit: bye", ":Tuan!tuan@guest PRIVMSG #lobby :one"], await _tuan.Heard());
    }

    [Fact]
    public async Task Somebody_can_still_connect_and_is_let_in_when_the_journal_is_back()
    {
        await HoldTurns("PRIVMSG #lobby :one");
        var mai = _server.Dial();
        Assert.Equal([], await mai.Heard());
        await mai.Post("NICK Mai", "USER mai 0 * :Mai");

        _server.Journal.Release();

        Assert.Contains(await mai.Heard(), line => line.Contains(" 001 Mai ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_watchdog_is_content_and_says_that_the_journal_is_missed()
    {
        await HoldACommit("PRIVMSG #lobby :slow disk");
        await _server.Registry.SignOfLife().WaitAsync(Client.Deadline);
        Assert.Equal(JournalState.Open, _server.Registry.Hub.Journal);

        _server.Clock.Move(5 * Second);
        await _server.Registry.SignOfLife().WaitAsync(Client.Deadline);

        Assert.Equal(JournalState.Lost, _server.Registry.Hub.Journal);
    }

    [Fact]
    public async Task A_journal_that_lost_what_people_were_told_stops_the_server_in_one_line()
    {
        _server.Journal.NextFate = new Fate.Forked(new Sequence(3));
        _server.Journal.NextFault = JournalFault.LoseBeforeKeeping;

        await _tuan.Send("PRIVMSG #lobby :perhaps");

        Assert.StartsWith("ERROR :Closing link: ", Assert.Single(await _tuan.Rest()), StringComparison.Ordinal);
        var why = await _server.Registry.Hub.Failed.WaitAsync(Client.Deadline);
        Assert.Contains("agree up to event 3", why, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", why, StringComparison.Ordinal);
    }

    private async Task HoldACommit(string line)
    {
        _server.Journal.Hold();
        await _tuan.Send(line);
        await _server.Journal.WhenHeld();
        _server.Clock.Move(Second);
    }

    private async Task HoldTurns(string line)
    {
        _server.Journal.HoldTurns();
        await _tuan.Send(line);
        await _server.Journal.WhenHeld();
        _server.Clock.Move(Second);
    }
}
