namespace ChatRoom.Integration.Tests;

/// <summary>A server with a file of settings, as an operator runs it.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_hang_up_reads_the_settings_again_and_disconnects_nobody()
    {
        var file = _folder["chat.toml"];
        await File.WriteAllTextAsync(file, "[flood]\nrate = 20\n");
        await using var server = await RunningServer.Started("--memory", "--config", file);
        await using var one = await WireClient.EnterRoom(server.EndPoint, "one", "#lobby");

        await File.WriteAllTextAsync(file, "[server]\nname = \"other\"\n[flood]\nrate = 0\n");
        server.Program.Send(Signal.HangUp);
        Assert.Contains($"{file}:4:8: flood.rate '0' is not a number from 1 to 10000", await server.Program.Errors.Until("those before stay"));

        await File.WriteAllTextAsync(_folder["motd"], "Tea at six.\n");
        await File.WriteAllTextAsync(file, "[server]\nmotd_file = \"motd\"\nname = \"other\"\n[flood]\nrate = 30\n[rules]\ntopic_bytes = 10\n");
        server.Program.Send(Signal.HangUp);
        Assert.Contains(
            "Changed and in force: server.motd_file, flood.rate, rules.topic_bytes; Changed, but not before the next start: server.name",
            await server.Program.Errors.Until("in force"));

        await one.Send("MOTD");
        Assert.Contains("Tea at six.", await one.Heard.Until(" 372 "));
        await one.Send("TOPIC #lobby :much too long a topic");
        Assert.Contains("10 are the most", await one.Heard.Until(" 417 "));
    }

    [Fact]
    public async Task What_is_printed_is_right_and_can_be_served()
    {
        await using var print = RunningProgram.ChatRoom("serve", "--print-config");
        Assert.Equal(0, await print.Exit());
        await File.WriteAllLinesAsync(_folder["chat.toml"], await print.Output.Rest());

        await using var check = RunningProgram.ChatRoom("serve", "--check", "--config", _folder["chat.toml"]);
        Assert.Equal(0, await check.Exit());
        await using var server = await RunningServer.Started("--memory", "--config", _folder["chat.toml"]);
        await using var one = await WireClient.Enter(server.EndPoint, "one");
    }
}
