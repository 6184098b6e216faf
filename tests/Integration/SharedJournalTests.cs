namespace ChatRoom.Integration.Tests;

/// <summary>The shell's commands on a journal that servers share, beside them and without any.</summary>
public sealed class SharedJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _journal = PostgresCluster.Missing is null ? PostgresCluster.Shared.Address($"shell{Guid.NewGuid():N}"[..24]) : "";

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task Everything_that_is_done_to_a_folder_is_done_to_a_database_beside_two_servers_and_without_any()
    {
        await using (var one = await RunningServer.Started("--data", _folder["one"], "--journal", _journal))
        await using (var two = await RunningServer.Started("--data", _folder["two"], "--journal", _journal))
        {
            await using var tuan = await WireClient.EnterRoom(one.EndPoint, "Tuan", "#lobby", "echo-message message-tags");
            await using var duy = await WireClient.EnterRoom(two.EndPoint, "Duy", "#lobby", "message-tags");
            await tuan.Send("PRIVMSG #lobby :the secret\r\nPRIVMSG #lobby :the rest");
            await duy.Heard.Until("the rest");
            var found = Assert.Single(await Run(0, "search", "secret"));
            Assert.EndsWith("#lobby <Tuan> the secret", found, StringComparison.Ordinal);
            Assert.Contains("would be forgotten", Assert.Single(await Run(0, "forget", found.Split(' ')[1])), StringComparison.Ordinal);
            Assert.Contains("are forgotten", Assert.Single(await Run(0, "forget", found.Split(' ')[1], "--yes")), StringComparison.Ordinal);
            await Run(1, "search", "secret");
            Assert.Equal(["#lobby has this topic"], await Run(0, "room", "topic", "#lobby", "tea"));
            await tuan.Heard.Until("TOPIC #lobby :tea");
            await duy.Heard.Until("TOPIC #lobby :tea");
            Assert.Contains("#lobby since", string.Join('\n', await Run(0, "replay", "--at", "2999-01-01")), StringComparison.Ordinal);
            Assert.Equal(["Duy had to go, and may come back; 'ban' keeps somebody out"], await Run(0, "kill", "Duy"));
            await duy.Heard.Rest();
            Assert.Equal(0, await one.Stop());
            Assert.Equal(0, await two.Stop());
        }
        var kept = await Run(0, "export");
        Assert.DoesNotContain(kept, line => line.Contains("the secret", StringComparison.Ordinal));
        Assert.Contains(kept, line => line.Contains("the rest", StringComparison.Ordinal));
        Assert.Contains($"is sound: {kept.Count} events", Assert.Single(await Run(0, "verify")), StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9]{5}(-[a-z0-9]{5}){3}$", Assert.Single(await Run(0, "account", "invite")));
        await Run(0, "alarm", "on");
        Assert.Equal([.. kept, "alarm"], (await Run(0, "export")).Select((line, i) => i < kept.Count ? line : line.Split('"')[3]));
        await MoveThereAndBack(await Run(0, "export"));
    }

    private async Task MoveThereAndBack(IReadOnlyList<string> kept)
    {
        var copy = _folder["chat.backup"];
        Assert.Contains("backed up to", Assert.Single(await Run(0, "backup", copy)), StringComparison.Ordinal);
        Assert.Contains("moved from", Assert.Single(await RunProgram(0, "move", "--from", _journal, "--to", _folder["moved"])), StringComparison.Ordinal);
        await Run(1, "verify");
        Assert.Equal(kept, await RunProgram(0, "export", "--data", _folder["moved"]));
        await using (var server = await RunningServer.Started("--data", _folder["moved"]))
            Assert.Equal(0, await server.Stop());
        var again = $"{_journal}2";
        await RunProgram(0, "move", "--from", _folder["moved"], "--to", again);
        Assert.Equal(kept, (await RunProgram(0, "export", "--journal", again)).Take(kept.Count));
        Assert.Contains("was moved to", string.Join('\n', (await Failed("serve", "--port", "0", "--data", _folder["moved"])).Concat(await Failed("verify", "--journal", _journal))), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Failed(params string[] args)
    {
        await using var program = RunningProgram.ChatRoom(args);
        Assert.Equal(1, await program.Exit());
        return await program.Errors.Rest();
    }

    private Task<IReadOnlyList<string>> Run(int exitCode, params string[] args) => RunProgram(exitCode, [.. args, "--journal", _journal]);

    private static async Task<IReadOnlyList<string>> RunProgram(int exitCode, params string[] args)
    {
        await using var program = RunningProgram.ChatRoom(args);
        Assert.Equal(exitCode, await program.Exit());
        return await program.Output.Rest();
    }
}
