using System.IO.Pipelines;
using System.Text;
using ChatRoom.Cli.Join;
using ChatRoom.Client.Protocol;
using ChatRoom.Testing;

namespace ChatRoom.Cli.Tests;

/// <summary>The whole client between a scripted server and a pipe: what is said, what is printed, how it exits.</summary>
public class LineClientTests
{
    private readonly FakeServer _server = new();
    private readonly Pipe _input = new();
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();
    private readonly CancellationTokenSource _interrupted = new();

    private string Output => Encoding.UTF8.GetString(_output.ToArray());

    [Fact]
    public async Task What_comes_in_is_said_and_the_sender_sees_it_when_it_is_kept()
    {
        var running = Start();
        await Type("Hello, Duy!\n/me waves\n");
        await _input.Writer.CompleteAsync();
        await _server.Welcome("Tuan", "#lobby");
        await _server.Say(":Duy!d@h JOIN #lobby", ":Duy!d@h PRIVMSG #lobby :Hello, Tuan!");
        await ConfirmLines(2);
        Assert.Equal("QUIT", await _server.Hear());
        await _server.HangUp();

        Assert.Equal(ExitCode.Ok, await running);
        var lines = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Tuan has connected to the chat room", lines[0]);
        Assert.Equal(
            ["* Tuan waves", "Duy has connected to the chat room", "Duy: Hello, Tuan!", "Tuan: Hello, Duy!"],
            lines[1..].Order(StringComparer.Ordinal));
        Assert.Equal("connected to irc.test as Tuan\n", _error.ToString());
    }

    [Fact]
    public async Task Who_follows_stays_behind_the_end_of_the_input_and_leaves_when_asked()
    {
        var running = Start(follows: true);
        await Type("hello\n");
        await _input.Writer.CompleteAsync();
        await _server.Welcome("Tuan", "#lobby");
        await ConfirmLines(1);
        await _server.Say(":Duy!d@h JOIN #lobby", ":Duy!d@h PRIVMSG #lobby :still there?", "PING :now");
        // What a goodbye would have come before is answered, and what came in is heard.
        Assert.Equal("PONG now", await _server.Hear());
        await _interrupted.CancelAsync();
        Assert.Equal("QUIT interrupted", await _server.HearUntil("QUIT"));
        await _server.HangUp();

        Assert.Equal(ExitCode.Interrupted, await running);
        Assert.EndsWith("Duy: still there?\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_refused_says_why_and_fails()
    {
        var running = Start();
        await Type("hello\n");
        await _input.Writer.CompleteAsync();
        await _server.Welcome("Tuan", "#lobby");
        await _server.HearUntil("PING");
        await _server.Say(":irc.test 404 Tuan #lobby :It is moderated", ":irc.test PONG irc.test 1");
        await _server.HearUntil("QUIT");
        await _server.HangUp();

        Assert.Equal(ExitCode.Failure, await running);
        Assert.Contains("not sent to #lobby: hello: It is moderated\n", _error.ToString());
        Assert.DoesNotContain("hello", Output);
    }

    [Fact]
    public async Task An_unknown_command_is_said_to_nobody_and_fails_at_the_end()
    {
        var running = Start();
        await Type("/dance\n//dance\n/quit\nnever said\n");
        await _server.Welcome("Tuan", "#lobby");
        Assert.Equal("PRIVMSG #lobby /dance", await _server.HearUntil("PRIVMSG"));
        await ConfirmLines(1);
        Assert.Equal("QUIT", await _server.Hear());
        await _server.HangUp();

        Assert.Equal(ExitCode.Failure, await running);
        Assert.Contains("unknown command '/dance', said to nobody", _error.ToString());
    }

    [Fact]
    public async Task A_lost_connection_says_which_lines_were_not_confirmed()
    {
        var running = Start();
        await Type("one\ntwo\n");
        await _server.Welcome("Tuan", "#lobby");
        Assert.Equal("PING 2", await _server.HearUntil("PING 2"));
        await _server.HangUp(new IOException("Connection reset by peer"));

        Assert.Equal(ExitCode.Unreachable, await running);
        Assert.EndsWith("connection lost: Connection reset by peer\n2 lines were not confirmed:\n  one\n  two\n", _error.ToString());
    }

    [Theory]
    [InlineData(":s 433 * Tuan :Held by Tran.", ExitCode.Failure, "nickname 'Tuan' is taken: Held by Tran; choose another with --nick\n")]
    [InlineData(":s 432 * Tuan :Bad", ExitCode.Failure, "the server does not take the nickname 'Tuan': Bad; a nickname has 1 to 30")]
    [InlineData(":s 464 * :Wrong", ExitCode.Failure, "the server wants a password: Wrong; give it with --password-file FILE\n")]
    [InlineData("ERROR :You are \u001b[31mbanned", ExitCode.Failure, "the server does not let you in: You are \uFFFD[31mbanned\n")]
    [InlineData(":s 001 Tuan :Hi\r\nERROR :Flood", ExitCode.Unreachable, "the server closed the connection: Flood\n")]
    public async Task A_refusal_is_one_clear_line(string heard, int code, string said)
    {
        var running = Start();
        await _server.HearUntil("USER");
        await _server.Say(heard);

        Assert.Equal(code, await running);
        Assert.Contains(said, _error.ToString());
        Assert.Empty(Output);
    }

    [Fact]
    public async Task A_wrong_password_asks_for_the_right_one()
    {
        var running = Start(password: "tea");
        Assert.Equal("PASS tea", await _server.Hear());
        await _server.Say(":s 464 * :Wrong");

        Assert.Equal(ExitCode.Failure, await running);
        Assert.Equal("the server does not take this password: Wrong; give the right one with --password-file FILE\n", _error.ToString());
    }

    [Fact]
    public async Task A_room_that_refuses_us_is_a_failure()
    {
        var running = Start();
        await _server.HearUntil("USER");
        await _server.Say(":s 001 Tuan :Hi", ":s 376 Tuan :End");
        await _server.HearUntil("JOIN");
        await _server.Say(":s 471 Tuan #lobby :It is full");
        await _server.HearUntil("QUIT");
        await _server.HangUp();

        Assert.Equal(ExitCode.Failure, await running);
        Assert.EndsWith("cannot join #lobby: It is full\n", _error.ToString());
    }

    [Fact]
    public async Task Ctrl_c_says_goodbye_and_130()
    {
        var running = Start();
        await _server.Welcome("Tuan", "#lobby");
        await _interrupted.CancelAsync();
        Assert.Equal("QUIT interrupted", await _server.HearUntil("QUIT"));
        await _server.HangUp();

        Assert.Equal(ExitCode.Interrupted, await running);
    }

    [Fact]
    public async Task Where_the_input_was_given_up_is_said()
    {
        var running = Start();
        await Type(string.Concat(Enumerable.Range(1, 500).Select(i => $"line {i}\n")));
        await _server.Welcome("Tuan", "#lobby");
        await _server.HearUntil("PING 8");
        await _interrupted.CancelAsync();
        await _server.HearUntil("QUIT");
        await _server.HangUp();

        Assert.Equal(ExitCode.Interrupted, await running);
        Assert.Contains("8 lines were not confirmed:", _error.ToString());
        Assert.EndsWith("line 9 of the input and all behind it were never sent\n", _error.ToString());
    }

    [Fact]
    public async Task A_single_text_is_said_and_nothing_else_is_told()
    {
        var running = Start(text: "hello");
        await Type("hello\n");
        await _input.Writer.CompleteAsync();
        await _server.Welcome("Tuan", "#lobby");
        await ConfirmLines(1);
        await _server.HearUntil("QUIT");
        await _server.HangUp();

        Assert.Equal(ExitCode.Ok, await running);
        Assert.Equal(("", ""), (Output, _error.ToString()));
    }

    [Theory]
    [InlineData(32, ExitCode.Ok, "connected to irc.test as Tuan\n")]
    [InlineData(28, ExitCode.Failure, "connected to irc.test as Tuan\ncannot write to stdout: it said 28\n")]
    public async Task When_nobody_reads_any_more_it_leaves_quietly_and_with_a_full_disk_it_says_so(int errno, int code, string said)
    {
        var running = Start(output: new BrokenOutput(errno));
        await _server.Welcome("Tuan", "#lobby");
        await _server.HearUntil("QUIT");
        await _server.HangUp();

        Assert.Equal(code, await running);
        Assert.Equal(said, _error.ToString());
    }

    [Fact]
    public async Task In_json_failures_stand_on_stderr_too()
    {
        var running = Start(json: true);
        await Type("/dance\n");
        await _input.Writer.CompleteAsync();
        await _server.Welcome("Tuan", "#lobby");
        await _server.HearUntil("QUIT");
        await _server.HangUp();

        Assert.Equal(ExitCode.Failure, await running);
        Assert.Contains("\"type\":\"refused\"", Output);
        Assert.StartsWith("unknown command '/dance'", _error.ToString());
        Assert.All(Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{", line));
    }

    [Fact]
    public async Task Ten_thousand_lines_arrive_once_and_in_order()
    {
        const int lines = 10_000;
        var running = Start();
        var typing = Type(string.Concat(Enumerable.Range(1, lines).Select(i => $"line {i}\n"))).ContinueWith(
            _ => _input.Writer.Complete(), TaskScheduler.Default);
        await _server.Welcome("Tuan", "#lobby");
        for (var i = 1; i <= lines; i++)
        {
            Assert.Equal($"PRIVMSG #lobby :line {i}", await _server.Hear());
            Assert.Equal($"PING {i}", await _server.Hear());
            await _server.Say($":irc.test PONG irc.test {i}");
        }
        Assert.Equal("QUIT", await _server.Hear());
        await _server.HangUp();

        Assert.Equal(ExitCode.Ok, await running);
        await typing;
        Assert.Equal(
            Enumerable.Range(1, lines).Select(i => $"Tuan: line {i}"), Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }

    private Task<int> Start(bool json = false, string? password = null, Stream? output = null, bool follows = false, string? text = null)
    {
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
        Assert.True(RoomName.TryParse("#lobby", out var room, out _));
        var options = new JoinOptions("test", 6667, nick, room, History: 0, Plain: true, json, null) { Follow = follows, Text = text };
        var client = new LineClient(options, _input.Reader.AsStream(), output ?? _output, _error, new FakeTimeProvider());
        return client.Run(_server.ClientSide, password, _interrupted.Token);
    }

    private async Task Type(string text) => await _input.Writer.WriteAsync(Encoding.UTF8.GetBytes(text));

    private async Task ConfirmLines(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await _server.HearUntil($"PING {i}");
            await _server.Say($":irc.test PONG irc.test {i}");
        }
    }

    /// <summary>What stdout is when `head` has gone (EPIPE, 32) or the disk is full (ENOSPC, 28).</summary>
    private sealed class BrokenOutput(int errno) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException($"it said {errno}", errno);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException($"it said {errno}", errno);
    }
}
