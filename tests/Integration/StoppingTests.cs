using System.Diagnostics;

namespace ChatRoom.Integration.Tests;

public sealed class StoppingTests
{
    [Theory]
    [InlineData(Signal.Terminate)]
    [InlineData(Signal.Interrupt)]
    public async Task Everybody_is_told_and_the_exit_code_is_0(Signal signal)
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--data", folder["data"]);
        await using var one = await WireClient.EnterRoom(server.EndPoint, "one", "#lobby");
        await using var two = await WireClient.Enter(server.EndPoint, "two");
        await using var nobodyYet = await WireClient.Connect(server.EndPoint);
        var clock = Stopwatch.StartNew();
        server.Program.Send(signal);
        Assert.Equal(0, await server.Program.Exit());
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal("ERROR :Closing link: the server is stopping", (await one.Heard.Rest())[^1]);
        Assert.Equal("ERROR :Closing link: the server is stopping", (await two.Heard.Rest())[^1]);
        await nobodyYet.Heard.Rest();
    }

    [Fact]
    public async Task Who_does_not_read_delays_a_stop_by_less_than_5_seconds()
    {
        await using var server = await RunningServer.Started("--memory", "--flood", "off");
        await using var deaf = await WithMuchToRead(server);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, await server.Stop());
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_second_Ctrl_C_leaves_at_once()
    {
        await using var server = await RunningServer.Started("--memory", "--flood", "off");
        await using var deaf = await WithMuchToRead(server);
        server.Program.Send(Signal.Interrupt);
        await server.Program.Errors.Until("stopping");
        server.Program.Send(Signal.Interrupt);
        // An orderly end would have been 0, and would have waited for the one who does not read.
        Assert.Equal(130, await server.Program.Exit());
    }

    [Fact]
    public async Task Nothing_that_was_echoed_before_a_stop_is_missing_after_it()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--data", folder["data"], "--flood", "off");
        var lines = Enumerable.Range(0, 500).Select(number => $"line {number}").ToList();
        await using (var one = await WireClient.EnterRoom(server.EndPoint, "one", "#lobby", "echo-message"))
        {
            await one.Send(string.Join("\r\n", lines.Select(line => $"PRIVMSG #lobby :{line}")));
            await one.Heard.Until("line 200");
            Assert.Equal(0, await server.Stop());
            lines = [.. lines.Take(201), .. (await one.Heard.Rest()).Said()];
        }
        await server.Start();
        await using var later = await WireClient.EnterRoom(server.EndPoint, "later", "#lobby", "batch draft/chathistory");
        await later.Send("CHATHISTORY LATEST #lobby * 1000");
        var history = (await later.Heard.AllUntil(" BATCH -")).Said().ToList();
        Assert.Equal(lines, history.Take(lines.Count));
    }

    /// <summary>A start that waits: for a password that comes through a pipe, which is opened when the server reads it.</summary>
    [Fact]
    public async Task SIGTERM_during_the_start_leaves_a_folder_that_the_next_start_uses()
    {
        using var folder = new TemporaryFolder();
        await using (var mkfifo = RunningProgram.Other("mkfifo", folder["password"]))
            Assert.Equal(0, await mkfifo.Exit());
        await using var server = RunningProgram.ChatRoom("serve", "--port", "0", "--data", folder["data"], "--password-file", folder["password"]);
        await using (var password = new FileStream(folder["password"], FileMode.Open, FileAccess.Write))
        {
            server.Send(Signal.Terminate);
            await password.WriteAsync("secret\n"u8.ToArray());
        }
        var exit = await server.Exit();
        var (said, errors) = (await server.Output.Rest(), await server.Errors.Rest());
        // The signal is seen before the server listens, or right after; either way there is one end and one reason.
        if (said.Count == 0)
            Assert.Equal((1, "chatroom: stopped before it began to listen"), (exit, errors[^1]));
        else
            Assert.Equal((0, "stopping: everybody is told"), (exit, errors[^1]));
        await using var next = await RunningServer.Started("--data", folder["data"]);
        await using var one = await WireClient.EnterRoom(next.EndPoint, "one", "#lobby");
    }

    /// <summary>Somebody who asked for some megabytes of history, more than the system takes for them, and reads none of it.</summary>
    private static async Task<WireClient> WithMuchToRead(RunningServer server)
    {
        await using var talker = await WireClient.EnterRoom(server.EndPoint, "talker", "#lobby", "echo-message");
        var padding = new string('x', 400);
        await talker.Send(string.Join("\r\n", Enumerable.Range(0, 1000).Select(number => $"PRIVMSG #lobby :{number} {padding}")));
        await talker.Heard.Until(" :999 ");
        var deaf = await WireClient.ConnectDeaf(server.EndPoint, "deaf", receiveBuffer: 4096);
        await deaf.Register("deaf", "");
        await deaf.Send("JOIN #lobby");
        await deaf.Send(string.Join("\r\n", Enumerable.Repeat("CHATHISTORY LATEST #lobby * 1000", 30)));
        await deaf.Send("PRIVMSG #lobby :I asked for all of it");
        await talker.Heard.Until("I asked for all of it");
        return deaf;
    }
}
