using System.Diagnostics;
using System.Net;
using System.Text;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>WeeChat without a screen: commands go in through its pipe, and what it shows is read from its logs.</summary>
internal sealed class WeeChat : IRealClient
{
    private readonly TemporaryFolder _home = new();
    private readonly RunningProgram _program;
    private readonly RunningProgram _log;

    /// <param name="server">Where to.</param>
    /// <param name="mechanism">Of SASL, by which it logs in as Tuan.</param>
    public WeeChat(IPEndPoint server, string mechanism)
    {
        File.WriteAllText(_home["irc.conf"], $"""
            [server]
            here.addresses = "{server.Address}/{server.Port}"
            here.autoconnect = on
            here.sasl_mechanism = {mechanism}
            here.sasl_username = "Tuan"
            here.sasl_password = "tea"
            here.sasl_fail = disconnect
            here.nicks = "Tuan"
            here.username = "tuan"
            here.autojoin = "#lobby"
            here.anti_flood_prio_high = 0
            here.anti_flood_prio_low = 0

            """);
        File.WriteAllText(_home["fifo.conf"], $"[file]\nenabled = on\npath = \"{_home["fifo"]}\"\n");
        File.WriteAllText(_home["logger.conf"], $"[file]\nflush_delay = 0\nmask = \"$name\"\npath = \"{_home.Path}/shown\"\n");
        _program = RunningProgram.Other("weechat-headless", "--dir", _home.Path);
        // By their names, because the files come later.
        _log = RunningProgram.Of(new ProcessStartInfo("tail", ["--quiet", "-n", "+1", "-F", _home["shown/server.here"], _home["shown/here.#lobby"]]));
    }

    /// <summary>Where it writes down what it shows in a room.</summary>
    public string LogOf(string room) => _home[$"shown/here.{room}"];

    public LineFeed Shown => _log.Output;

    /// <summary>Nobody can be in a buffer that there is not yet, so commands are typed in the server's.</summary>
    public async Task Type(string line)
    {
        var pipe = new FileStream(_home["fifo"], FileMode.Open, FileAccess.Write);
        await using (pipe)
            await pipe.WriteAsync(Encoding.UTF8.GetBytes($"{(line.StartsWith("/join", StringComparison.Ordinal) ? "irc.server.here" : "irc.here.#lobby")} *{line}\n"));
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _log.DisposeAsync();
        _home.Dispose();
    }
}
