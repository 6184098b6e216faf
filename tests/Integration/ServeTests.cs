using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Integration.Tests;

public sealed class ServeTests
{
    [Fact]
    public async Task Port_0_takes_a_free_one_and_says_which()
    {
        await using var one = await RunningServer.Started("--memory");
        await using var two = await RunningServer.Started("--memory");
        Assert.NotEqual(0, one.EndPoint.Port);
        Assert.NotEqual(one.EndPoint.Port, two.EndPoint.Port);
        await using var client = await WireClient.Enter(two.EndPoint, "one");
        Assert.Contains($"--port {two.EndPoint.Port} --nick NAME", await two.Program.Errors.Until("join with: "));
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_flag_that_changes_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var server = RunningProgram.ChatRoom("serve", "--memory", "--port", $"{port}");
        Assert.Equal(1, await server.Exit());
        Assert.Equal(
            $"chatroom: port {port} is in use on 127.0.0.1; choose another with --port, or 0 for any free one",
            Assert.Single(await server.Errors.Rest()));
        Assert.Empty(await server.Output.Rest());
    }

    [Fact]
    public async Task Who_can_be_reached_by_others_must_say_that_it_is_meant()
    {
        await using var refused = RunningProgram.ChatRoom("serve", "--memory", "--port", "0", "--host", "0.0.0.0");
        Assert.Equal(2, await refused.Exit());
        Assert.Contains("add --insecure if that is meant", (await refused.Errors.Rest())[0]);
    }

    [Fact]
    public async Task Who_means_it_is_warned()
    {
        await using var server = RunningProgram.ChatRoom("serve", "--memory", "--port", "0", "--host", "0.0.0.0", "--insecure");
        await server.Output.Until("listening on 0.0.0.0:");
        Assert.Contains("not encrypted", await server.Errors.Until("warning: "));
        server.Send(Signal.Terminate);
        Assert.Equal(0, await server.Exit());
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--flood", "sometimes")]
    [InlineData("--name", "not a name")]
    [InlineData("--nonsense", "1")]
    public async Task A_wrong_option_is_exit_code_2(string option, string value)
    {
        await using var server = RunningProgram.ChatRoom("serve", "--memory", option, value);
        Assert.Equal(2, await server.Exit());
        Assert.Equal("See 'chatroom serve --help'.", (await server.Errors.Rest())[^1]);
    }

    [Fact]
    public async Task A_password_opens_and_anything_else_does_not()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["right"], "open sesame\n");
        await File.WriteAllTextAsync(folder["wrong"], "open barley\n");
        await using var server = await RunningServer.Started("--memory", "--password-file", folder["right"]);
        await using var right = await Joined.As(server, "Tuan", "--password-file", folder["right"]);
        await using var wrong = RunningProgram.ChatRoom([.. Joined.Command(server, "Duy"), "--password-file", folder["wrong"]]);
        Assert.Equal(1, await wrong.Exit());
        Assert.Contains("does not take this password", await wrong.Errors.Until("password"));
        await using var none = RunningProgram.ChatRoom(Joined.Command(server, "Duy"));
        Assert.Equal(1, await none.Exit());
        Assert.Contains("give it with --password-file FILE", await none.Errors.Until("password"));
    }

    [Fact]
    public async Task A_password_file_that_is_not_there_is_named()
    {
        await using var server = RunningProgram.ChatRoom("serve", "--memory", "--port", "0", "--password-file", "no-such-file");
        Assert.Equal(1, await server.Exit());
        Assert.Contains("cannot read --password-file 'no-such-file'", Assert.Single(await server.Errors.Rest()));
    }
}
