using System.Diagnostics;
using System.Net;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>catgirl speaks TLS only and logs in by its certificate. Like irssi it wants a terminal.</summary>
internal sealed class Catgirl : IRealClient
{
    private readonly TemporaryFolder _home = new();
    private readonly RunningProgram _program;

    /// <param name="server">Where to, over TLS.</param>
    /// <param name="pem">Its certificate with the key.</param>
    public Catgirl(IPEndPoint server, string pem)
    {
        // -e is SASL EXTERNAL, and -! takes any certificate of a server.
        var options = $"-! -e -c {pem} -h {server.Address} -p {server.Port} -n Tuan -u tuan -r Tuan -j #lobby";
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--flush", "--command", $"stty cols 120 rows 30; exec catgirl {options.Replace("#", "\\#", StringComparison.Ordinal)}", "/dev/null"]);
        start.Environment["TERM"] = "vt100";
        start.Environment["HOME"] = start.Environment["XDG_CONFIG_HOME"] = start.Environment["XDG_DATA_HOME"] = _home.Path;
        _program = RunningProgram.OnTerminal(start);
    }

    public LineFeed Shown => _program.Output;

    /// <summary>What comes of a command to the server is shown in the first window.</summary>
    public Task Type(string line) => _program.Type(line.StartsWith("/join", StringComparison.Ordinal) ? $"{line}\r/window 0\r" : $"{line}\r");

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _home.Dispose();
    }
}
