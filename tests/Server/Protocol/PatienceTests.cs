using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Those who are silent, too fast, or do not read.</summary>
public sealed class PatienceTests
{
    [Fact]
    public async Task A_silent_client_is_asked_once_and_then_closed()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#lobby");
        var tuan = await server.Connect("Tuan", "", "#lobby");

        server.Clock.Move(Limits.PingAfter - TimeSpan.FromSeconds(1));
        await duy.Heard();
        server.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal("PING :irc.test", await tuan.Next());
        server.Clock.Move(Limits.PingTimeout - Limits.PingAfter);

        Assert.Equal(["ERROR :Closing link: nothing was heard of you for 150 seconds"], (await tuan.Rest()).Where(line => !line.StartsWith(':')));
        Assert.Equal([":Tuan!tuan@guest QUIT :nothing was heard of you for 150 seconds"], await duy.Heard());
        Assert.Equal(1, server.Registry.Connections);
    }

    [Fact]
    public async Task Who_answers_stays_and_is_asked_again()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        for (var round = 0; round < 5; round++)
        {
            server.Clock.Move(Limits.PingAfter);
            Assert.Equal("PING :irc.test", await tuan.Next());
            await tuan.Post("PONG irc.test");
        }

        await tuan.Hears();
    }

    [Fact]
    public async Task Who_is_too_fast_is_slowed_down_and_loses_nothing()
    {
        await using var server = TestServer.Start(hasFloodControl: true);
        var tuan = await server.Connect("Tuan");
        server.Clock.Move(TimeSpan.FromSeconds(10));
        var lines = Limits.FloodBurst + 5;

        await tuan.Send(Enumerable.Range(1, lines).Select(number => $"PRIVMSG Tuan :{number}"));

        // One more than the burst is done at once, and its delay is what all later ones wait for.
        for (var number = 1; number <= Limits.FloodBurst + 1; number++)
            Assert.Equal($":Tuan!tuan@guest PRIVMSG Tuan :{number}", await tuan.Next());
        for (var number = Limits.FloodBurst + 2; number <= lines; number++)
        {
            // The sweep's and the delay's.
            await server.Clock.WhenTimersRun(2);
            server.Clock.Move(TimeSpan.FromSeconds(1.0 / Limits.FloodRate));
            Assert.Equal($":Tuan!tuan@guest PRIVMSG Tuan :{number}", await tuan.Next());
        }
    }

    [Fact]
    public async Task Who_is_slowed_down_can_be_closed_all_the_same()
    {
        await using var server = TestServer.Start(hasFloodControl: true);
        var tuan = await server.Connect("Tuan");
        await tuan.Send(Enumerable.Range(1, 100).Select(number => $"PING {number}"));
        await server.Clock.WhenTimersRun(2);

        await server.Stop();

        Assert.Equal("ERROR :Closing link: the server is stopping", (await tuan.Rest())[^1]);
    }

    [Fact]
    public async Task Who_never_reads_is_closed_with_the_reason_and_nobody_else_notices()
    {
        await using var server = TestServer.Start();
        var stuck = await server.Connect("Stuck", "", "#lobby");
        var tuan = await server.Connect("Tuan", "", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        await tuan.Heard();

        var said = await Talk(tuan, duy, "QUIT :you read too slowly: more than 1 MiB was waiting for you");

        // A pipe's worth may be on its way, one page is being sent, and a turn can go beyond the budget.
        Assert.InRange(said, Limits.BacklogBytes, 2 * Limits.BacklogBytes);
        Assert.Equal("ERROR :Closing link: you read too slowly: more than 1 MiB was waiting for you", (await stuck.Rest())[^1]);
        Assert.Equal(2, server.Registry.Connections);
    }

    [Fact]
    public async Task Who_does_not_even_hear_the_reason_is_cut_and_what_waited_for_them_is_dropped()
    {
        await using var server = TestServer.Start();
        var stuck = await server.Connect("Stuck", "", "#lobby");
        var tuan = await server.Connect("Tuan", "", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        await tuan.Heard();
        await Talk(tuan, duy, "QUIT :you read too slowly: more than 1 MiB was waiting for you");

        server.Clock.Move(Limits.CloseTimeout + Limits.Sweep);
        await stuck.Served;

        Assert.Equal(2, server.Registry.Connections);
        await tuan.Heard();
        Assert.Empty(await tuan.Ask("PRIVMSG #lobby :still here"));
    }

    [Fact]
    public async Task Who_only_asks_and_does_not_read_is_not_listened_to_until_they_do()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        var sent = tuan.Send(Enumerable.Range(1, 20_000).Select(number => $"PING {number}{new string('x', 200)}"));
        // Time enough for a server that listens on to be far beyond its budget.
        var other = await server.Connect("Duy");
        for (var round = 0; round < 50; round++)
            await other.Hears();

        Assert.False(sent.IsCompleted);
        for (var number = 1; number <= 20_000; number++)
            Assert.StartsWith($":irc.test PONG irc.test :{number}x", await tuan.Next(), StringComparison.Ordinal);
        await sent;
    }

    [Fact]
    public async Task A_page_of_history_does_not_count_against_its_reader()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await tuan.Ask(Enumerable.Range(1, Limits.HistoryPage).Select(number => $"PRIVMSG #lobby :{number} {new string('x', 400)}"));

        await tuan.Post(Enumerable.Repeat("CHATHISTORY LATEST #lobby * 1000", 10));

        Assert.Equal(10 * Limits.HistoryPage, (await tuan.Heard()).Count);
    }

    [Fact]
    public async Task Who_breaks_while_they_are_behind_leaves_nothing_behind()
    {
        await using var server = TestServer.Start();
        var stuck = await server.Connect("Stuck", "", "#lobby");
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await tuan.Ask(Enumerable.Range(1, 500).Select(number => $"PRIVMSG #lobby :{number} {new string('x', 400)}"));

        stuck.Wire.Break();
        await stuck.Served;

        Assert.Equal(1, server.Registry.Connections);
        Assert.Equal([":Stuck!stuck@guest QUIT :connection lost"], await tuan.Heard());
    }

    /// <summary>Talks until the listener hears of that end; returns how many bytes were said until then.</summary>
    private static async Task<long> Talk(Client speaker, Client listener, string end)
    {
        var said = 0L;
        for (var round = 0; round < 10_000; round++)
        {
            await speaker.Ask(Enumerable.Range(0, 20).Select(_ => $"PRIVMSG #lobby :{new string('x', 400)}"));
            var heard = await listener.Heard();
            said += heard.Sum(line => line.Length + 2L);
            if (heard.Any(line => line.EndsWith(end, StringComparison.Ordinal)))
                return said;
        }
        throw new InvalidOperationException("Nobody was closed.");
    }
}
