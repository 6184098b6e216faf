using System.Diagnostics;
using System.Net;

namespace ChatRoom.Integration.Tests;

/// <summary>A client that knows nothing of us, as people use it.</summary>
public sealed class RealClientTests
{
    /// <summary>It holds its own commands back, two seconds each, so as not to be thrown out by older servers.</summary>
    private const string Hasty = """settings = { "irc/core" = { cmd_queue_speed = "10msec"; }; };""";

    [InstalledFact("irssi", "script")]
    public async Task Irssi_joins_hears_says_and_leaves()
    {
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home["config"], Hasty);
        await using var server = await RunningServer.Started("--memory");
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby");
        await using var irssi = StartIrssi(server.EndPoint, home);
        await irssi.Output.Until("Welcome to ");
        await irssi.Type("/join #lobby\r");
        await duy.Heard.Until(" JOIN #lobby");
        await duy.Send("PRIVMSG #lobby :Hello-from-the-wire");
        await irssi.Output.Until("Hello-from-the-wire");
        await irssi.Type("Hello, Duy!\r");
        Assert.Equal(["Hello, Duy!"], new[] { await duy.Heard.Until(" PRIVMSG #lobby ") }.Said());
        await irssi.Type("/quit so long\r");
        Assert.Contains(":Tuan!", await duy.Heard.Until(" QUIT :Quit: so long"));
        Assert.Equal(0, await irssi.Exit());
    }

    /// <summary>irssi wants a terminal; script(1) makes one, and hands on through pipes what is typed and what is shown.</summary>
    private static RunningProgram StartIrssi(IPEndPoint server, TemporaryFolder home)
    {
        var command = $"stty cols 100 rows 30; exec irssi --home={home.Path} --connect={server.Address} --port={server.Port} --nick=Tuan";
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"]);
        start.Environment["TERM"] = "vt100";
        return RunningProgram.OnTerminal(start);
    }
}
