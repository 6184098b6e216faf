using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>The journal fails, the rules fail, or the server stops.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task What_the_journal_refuses_nobody_hears_and_its_sender_is_told()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        await tuan.Heard();
        server.Journal.IsFull = true;

        Assert.Equal(
            [
                ":irc.test FAIL PRIVMSG NOT_KEPT #lobby :This was not kept and nobody heard it: the disk or the journal is full. Say it again later",
                ":irc.test FAIL JOIN NOT_KEPT #other :This was not kept and nobody heard it: the disk or the journal is full. Say it again later",
                ":irc.test FAIL NICK NOT_KEPT * :This was not kept and nobody heard it: the disk or the journal is full. Say it again later",
                ":irc.test 353 Tuan = #lobby :@Tuan Duy",
                ":irc.test 366 Tuan #lobby :End of names",
            ],
            await tuan.Ask("PRIVMSG #lobby :lost", "JOIN #other", "NICK Minh", "NAMES #lobby"));
        await duy.Hears();

        server.Journal.IsFull = false;
        Assert.Equal([":Tuan!tuan@guest PRIVMSG #lobby :kept"], await tuan.Ask("PRIVMSG #lobby :kept"));
        await duy.Hears(":Tuan!tuan@guest PRIVMSG #lobby :kept");
    }

    [Fact]
    public async Task Refusals_of_a_turn_that_was_not_kept_are_not_told_either()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        var duy = await server.Connect("Duy");
        server.Journal.Hold();
        await tuan.Send("JOIN #first");
        await server.Journal.WhenHeld();
        // In the turn that is refused, Minh is a name that is taken; afterwards it never was.
        await tuan.Post("NICK Minh");
        await duy.Post("NICK Minh");
        server.Journal.IsFull = true;
        server.Journal.Release();

        Assert.All(await duy.Heard(), line => Assert.Contains(" FAIL NICK NOT_KEPT ", line, StringComparison.Ordinal));
        server.Journal.IsFull = false;
        Assert.Equal([":Duy!duy@guest NICK Minh"], await duy.Ask("NICK Minh"));
    }

    [Fact]
    public async Task Who_can_not_be_let_in_because_nothing_is_kept_may_try_again()
    {
        await using var server = TestServer.Start();
        server.Journal.IsFull = true;
        var tuan = server.Dial();

        Assert.StartsWith(":irc.test FAIL USER NOT_KEPT * :", Assert.Single(await tuan.Ask("NICK Tuan", "USER t 0 * :t")), StringComparison.Ordinal);
        server.Journal.IsFull = false;

        Assert.Contains(await tuan.Ask("NICK Tuan"), line => line.Contains(" 001 Tuan ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Departures_are_never_lost_they_come_first_when_the_journal_is_back()
    {
        using var store = TestStore.New();
        await using var server = TestServer.Start(store);
        var tuan = await server.Connect("Tuan", "", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        var mai = await server.Connect("Mai", "", "#lobby");
        await TalkTests.Settle(tuan, duy);
        server.Journal.IsFull = true;

        await duy.Send("QUIT :bye");
        Assert.Equal(["ERROR :Closing link: Quit: bye"], await duy.Rest());
        await mai.Vanish();
        Assert.Contains("NOT_KEPT", Assert.Single(await tuan.Ask("PRIVMSG #lobby :lost")), StringComparison.Ordinal);
        server.Journal.IsFull = false;

        Assert.Equal(
            [
                ":Duy!duy@guest QUIT :Quit: bye",
                ":Mai!mai@guest QUIT :connection closed",
                ":irc.test 353 Tuan = #lobby :@Tuan",
                ":irc.test 366 Tuan #lobby :End of names",
            ],
            await tuan.Ask("PRIVMSG #lobby :kept", "NAMES #lobby"));
        using var history = server.Journal.OpenHistory();
        Assert.Equal(
            ["Departed", "Departed", "Said"],
            history.Read(default, int.MaxValue).TakeLast(3).Select(recorded => recorded.Event.GetType().Name));
    }

    [Theory]
    [InlineData(JournalFault.LoseAfterKeeping, true)]
    [InlineData(JournalFault.LoseBeforeKeeping, false)]
    public async Task When_nobody_knows_whether_it_is_kept_the_end_of_the_journal_says_so(JournalFault fault, bool isKept)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        await tuan.Heard();
        const string said = ":Tuan!tuan@guest PRIVMSG #lobby :perhaps";
        server.Journal.NextFault = fault;

        var heard = Assert.Single(await tuan.Ask("PRIVMSG #lobby :perhaps"));

        if (isKept)
            Assert.Equal(said, heard);
        else
            Assert.StartsWith(":irc.test FAIL PRIVMSG NOT_KEPT #lobby :", heard, StringComparison.Ordinal);
        string[] known = isKept ? [said] : [];
        await duy.Hears(known);
        Assert.Equal([":Tuan!tuan@guest PRIVMSG #lobby :next"], await tuan.Ask("PRIVMSG #lobby :next"));
        Assert.Equal([.. known, ":Tuan!tuan@guest PRIVMSG #lobby :next"], await tuan.Ask("CHATHISTORY LATEST #lobby * 10"));
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_journal_that_is_gone()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message", "#lobby");
        server.Journal.IsGone = true;
        server.Journal.NextFault = JournalFault.LoseAfterKeeping;
        await tuan.Post("PRIVMSG #lobby :nobody knows");

        await server.Stop();

        Assert.Equal(["ERROR :Closing link: the server is stopping"], await tuan.Rest());
    }

    [Fact]
    public async Task A_server_gives_a_sign_of_life_when_its_hub_turns_and_not_otherwise()
    {
        await using var server = TestServer.Start();
        await server.Registry.SignOfLife().WaitAsync(Client.Deadline);
        var tuan = await server.Connect("Tuan", "echo-message", "#lobby");
        server.Journal.Hold();
        await tuan.Send("PRIVMSG #lobby :the disk hangs");
        await server.Journal.WhenHeld();

        var (one, other) = (server.Registry.SignOfLife(), server.Registry.SignOfLife());
        Assert.False(one.IsCompleted || other.IsCompleted);

        server.Journal.Release();
        await Task.WhenAll(one, other).WaitAsync(Client.Deadline);
    }

    /// <summary>A room that ended without a memory is what no rule makes; a client that says something under an id there meets a bug.</summary>
    [Fact]
    public async Task A_bug_in_the_rules_costs_the_connection_that_met_it()
    {
        var name = RoomName.Parse("#cursed").IfFault(_ => throw new InvalidOperationException());
        var cursed = World.Empty with
        {
            LastRoom = new RoomId(1),
            Past = World.Empty.Past.Add(name.Key, new PastRoom(new RoomId(1), name, default, null!)),
        };
        await using var server = TestServer.Start(world: cursed);
        var duy = await server.Connect("Duy", "", "#cursed", "#lobby");
        var tuan = await server.Connect("Tuan", "chatroom/once echo-message", "#cursed", "#lobby");
        await duy.Heard();

        await tuan.Send("@+chatroom/once=00112233445566778899aabbccddeeff PRIVMSG #cursed :boom");

        Assert.Equal(
            ["ERROR :Closing link: the server failed on this; it is logged, and nothing else was lost"], await tuan.Rest());
        Assert.Equal([":Tuan!tuan@guest QUIT :the server failed on this; it is logged, and nothing else was lost"], await duy.Heard());
        Assert.Equal(1, server.Registry.Connections);
        await server.Connect("Tuan", "", "#lobby");
    }

    [Fact]
    public async Task At_a_stop_everybody_is_told_and_everything_ends()
    {
        await using var server = TestServer.Start();
        var silent = server.Dial();
        var half = server.Dial();
        await half.Ask("NICK Half");
        var tuan = await server.Connect("Tuan", "", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        await tuan.Heard();

        await server.Stop();

        foreach (var client in new[] { silent, half, tuan, duy })
            Assert.Equal(["ERROR :Closing link: the server is stopping"], await client.Rest());
        Assert.Equal(0, server.Registry.Connections);
    }

    [Fact]
    public async Task Who_comes_when_it_stops_already_is_sent_away()
    {
        await using var server = TestServer.Start();
        await server.Stop();

        Assert.Empty(await server.Dial().Rest());
    }
}
