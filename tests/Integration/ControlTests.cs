namespace ChatRoom.Integration.Tests;

/// <summary>Commands at the shell that reach the running server over the socket in its data folder.</summary>
public sealed class ControlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Words_are_forgotten_while_the_server_runs_and_stay_so_after_it()
    {
        await using (var server = await RunningServer.Started("--data", _folder["data"]))
        {
            await using var one = await WireClient.EnterRoom(server.EndPoint, "one", "#lobby", "echo-message message-tags");
            await one.Send("PRIVMSG #lobby :the secret\r\nPRIVMSG #lobby :the rest");
            await one.Heard.Until("the rest");
            var secret = (await Run(0, "export", "--data", _folder["data"])).Single(line => line.Contains("the secret", StringComparison.Ordinal));
            var id = System.Text.Json.JsonDocument.Parse(secret).RootElement.GetProperty("msgid").GetString()!;

            Assert.Contains("would be forgotten", Assert.Single(await Run(0, "forget", id, "--data", _folder["data"])));
            Assert.Contains("are forgotten", Assert.Single(await Run(0, "forget", id, "--yes", "--data", _folder["data"])));
            await AssertForgotten();
            Assert.Equal(0, await server.Stop());
        }
        await AssertForgotten();
        Assert.Contains("are forgotten", Assert.Single(await Run(0, "forget", "--room", "lobby", "--yes", "--data", _folder["data"])));
        Assert.DoesNotContain(await Run(0, "export", "--data", _folder["data"]), line => line.Contains("the rest", StringComparison.Ordinal));
        await Run(0, "verify", "--data", _folder["data"]);
    }

    [Fact]
    public async Task A_reload_says_at_the_shell_what_came_of_it()
    {
        var file = _folder["chat.toml"];
        await File.WriteAllTextAsync(file, "[flood]\nrate = 20\n");
        await using var server = await RunningServer.Started("--data", _folder["data"], "--config", file);

        await File.WriteAllTextAsync(file, "[flood]\nrate = 30\n");
        Assert.Equal(["Changed and in force: flood.rate"], await Run(0, "reload", "--data", _folder["data"]));

        await File.WriteAllTextAsync(file, "[flood]\nrate = 0\n");
        Assert.Empty(await Run(1, "reload", "--data", _folder["data"]));
    }

    private async Task AssertForgotten()
    {
        var kept = await Run(0, "export", "--data", _folder["data"]);
        Assert.DoesNotContain(kept, line => line.Contains("the secret", StringComparison.Ordinal));
        Assert.Contains(kept, line => line.Contains("the rest", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Run(int exitCode, params string[] args)
    {
        await using var program = RunningProgram.ChatRoom(args);
        Assert.Equal(exitCode, await program.Exit());
        return await program.Output.Rest();
    }
}
