using System.Text.Json;

namespace ChatRoom.Integration.Tests;

/// <summary>How `chatroom join` ends, and what scripts can build on.</summary>
public sealed class JoinTests
{
    [Fact]
    public async Task Where_no_server_is_it_says_how_to_start_one()
    {
        var port = FreePort.Take();
        await using var join = RunningProgram.ChatRoom("join", "--port", $"{port}", "--nick", "Tuan");
        Assert.Equal(3, await join.Exit());
        Assert.Equal([$"no server answers at 127.0.0.1:{port}; is it running? start one with: chatroom serve"], await join.Errors.Rest());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("1st")]
    [InlineData("a234567890123456789012345678901")]
    public async Task A_bad_nickname_is_refused_before_anything_is_connected(string nick)
    {
        await using var join = RunningProgram.ChatRoom("join", "--port", $"{FreePort.Take()}", "--nick", nick);
        Assert.Equal(2, await join.Exit());
        var errors = await join.Errors.Rest();
        Assert.Contains("1 to 30 characters", errors[0]);
        Assert.DoesNotContain(errors, line => line.Contains("no server answers"));
    }

    [Fact]
    public async Task A_nickname_that_is_taken_is_told_with_who_holds_it_and_what_to_do()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var first = await WireClient.Enter(server.EndPoint, "Tuan");
        await using var join = RunningProgram.ChatRoom(Joined.Command(server, "tuan"));
        Assert.Equal(1, await join.Exit());
        var line = await join.Errors.Until("taken");
        Assert.Contains("Tuan holds it", line);
        Assert.Contains("choose another with --nick", line);
    }

    [Fact]
    public async Task A_server_that_vanishes_is_exit_code_3()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var join = await Joined.As(server, "Tuan");
        await server.Kill();
        Assert.Equal(3, await join.Exit());
        await join.Errors.Until("connection lost");
    }

    [Fact]
    public async Task A_server_that_stops_says_so_and_that_is_exit_code_3()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var join = await Joined.As(server, "Tuan");
        Assert.Equal(0, await server.Stop());
        Assert.Equal(3, await join.Exit());
        await join.Errors.Until("the server is stopping");
    }

    [Fact]
    public async Task Ctrl_C_leaves_and_is_exit_code_130()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var other = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby");
        await using var join = await Joined.As(server, "Tuan");
        join.Send(Signal.Interrupt);
        Assert.Equal(130, await join.Exit());
        await other.Heard.Until(":Tuan!");
        await other.Heard.Until(" QUIT ");
    }

    [Fact]
    public async Task Json_is_one_object_an_event()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var join = RunningProgram.ChatRoom([.. Joined.Command(server, "Tuan"), "--json"]);
        await join.Type("Hello, \u202etxt.exe\n");
        join.EndInput();
        Assert.Equal(0, await join.Exit());
        var events = (await join.Output.Rest()).ConvertAll(line => JsonDocument.Parse(line).RootElement);
        var said = Assert.Single(events, happened => happened.GetProperty("type").GetString() == "said");
        Assert.Equal("Tuan", said.GetProperty("nick").GetString());
        Assert.Equal("Hello, \u202etxt.exe", said.GetProperty("text").GetString());
        Assert.True(said.GetProperty("own").GetBoolean());
        Assert.NotEqual("", said.GetProperty("msgid").GetString());
    }

    [Fact]
    public async Task A_long_line_is_split_at_a_character_and_nothing_of_it_is_lost()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var listener = await WireClient.EnterRoom(server.EndPoint, "listener", "#lobby");
        await using var join = RunningProgram.ChatRoom(Joined.Command(server, "Tuan"));
        var text = string.Concat(Enumerable.Repeat("Xin chào các bạn 👋 ", 100)).TrimEnd();
        await join.Type(text + "\n");
        join.EndInput();
        Assert.Equal(0, await join.Exit());
        var pieces = (await listener.Heard.AllUntil(" QUIT ")).Said().ToList();
        Assert.True(pieces.Count > 1);
        Assert.Equal(text.Replace(" ", ""), string.Concat(pieces).Replace(" ", ""));
    }
}
