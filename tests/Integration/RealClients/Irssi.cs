using System.Diagnostics;
using System.Net;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>irssi wants a terminal; script(1) makes one, and hands on through pipes what is typed and what is shown.</summary>
internal sealed class Irssi : IRealClient
{
    private readonly TemporaryFolder _home = new();
    private readonly RunningProgram _program;

    /// <param name="server">Where to.</param>
    /// <param name="network">More of the network in its configuration: how it logs in.</param>
    /// <param name="rooms">Those that it enters by itself.</param>
    public Irssi(IPEndPoint server, string network = "", params string[] rooms) : this("Tuan", server, network, rooms)
    {
    }

    /// <summary>Somebody else, with what it shows in rooms in files too.</summary>
    public Irssi(string nick, IPEndPoint server, string network, params string[] rooms)
    {
        var joined = string.Join(", ", rooms.Select(room => $$"""{ name = "{{room}}"; chatnet = "here"; autojoin = "yes"; }"""));
        // It holds its own commands back, two seconds each, so as not to be thrown out by older servers.
        File.WriteAllText(_home["config"], $$"""
            servers = ( { address = "{{server.Address}}"; chatnet = "here"; port = "{{server.Port}}"; autoconnect = "yes"; } );
            chatnets = { here = { type = "IRC"; {{network}} }; };
            channels = ( {{joined}} );
            settings = { "core" = { nick = "{{nick}}"; user_name = "tuan"; real_name = "Tuan"; }; "irc/core" = { cmd_queue_speed = "10msec"; }; "fe-common/core" = { window_auto_change = "yes"; autolog = "yes"; autolog_path = "{{_home.Path}}/$0.log"; }; };
            """);
        var command = $"stty cols 100 rows 30; exec irssi --home={_home.Path}";
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"]);
        start.Environment["TERM"] = "vt100";
        _program = RunningProgram.OnTerminal(start);
    }

    /// <summary>Where it writes down what it shows in a room.</summary>
    public string LogOf(string room) => _home[$"{room}.log"];

    public LineFeed Shown => _program.Output;

    public Task Type(string line) => _program.Type($"{line}\r");

    public Task<int> Exit() => _program.Exit();

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _home.Dispose();
    }
}
