using System.Diagnostics;
using System.Net;

namespace ChatRoom.Integration.Tests;

/// <summary>The log is written for an operator's terminal, and strangers have a hand in it.</summary>
public sealed class LogTests
{
    private const string Listening = "listening on ";

    /// <summary>More than the pipe, and more than anything on the way to it, holds.</summary>
    private const int Connections = 400;

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_log_of_evil_words_holds_no_control_and_no_bidi_character(string format)
    {
        await using var server = await RunningServer.Started("--memory", "--log-format", format, "--log-level", "debug");
        await using var evil = await WireClient.Enter(server.EndPoint, "evil");
        await evil.Send("QUIT :\u001b]0;owned\u0007 \u009b2J \u202eliame \u2066x\u2069 \u200f\u2028end");
        await evil.Heard.Rest();
        Assert.Equal(0, await server.Stop());

        var log = await server.Program.Errors.Rest();
        Assert.Contains(log, line => line.Contains("owned", StringComparison.Ordinal));
        Assert.DoesNotContain(string.Concat(log), c => char.IsControl(c)
            || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
    }

    [Fact]
    public async Task A_terminal_that_is_stopped_does_not_stop_the_server_and_the_log_goes_on_where_it_stood()
    {
        var start = ChatRoomProgram.Start(
            "serve", "--memory", "--port", "0", "--flood", "off", "--log-format", "json", "--log-level", "debug");
        // Nobody reads the one: that is the stopped terminal.
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        using var program = Process.Start(start)!;
        try
        {
            var server = IPEndPoint.Parse((await program.StandardOutput.ReadLineAsync())![Listening.Length..]);
            for (var i = 0; i < Connections; i++)
            {
                await using var one = await WireClient.Enter(server, $"nick{i}");
                await one.Send($"QUIT :{new string('x', 400)}");
                await one.Heard.Rest();
            }
            await using var last = await WireClient.EnterRoom(server, "last", "#lobby", "echo-message");
            await last.Send("PRIVMSG #lobby :still here");
            await last.Heard.Until("still here");

            var log = new List<string>();
            while (log.Count(line => line.Contains("\"closed\"", StringComparison.Ordinal)) < Connections)
                log.Add(await program.StandardError.ReadLineAsync() ?? throw new EndOfStreamException("The log ended."));
            Assert.DoesNotContain(log, line => line.Contains("missing", StringComparison.Ordinal));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }
}
