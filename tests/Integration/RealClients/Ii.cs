using System.Diagnostics;
using System.Net;
using System.Text;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>ii is a folder: each conversation has a file with what was said, and a pipe for what is to be.</summary>
internal sealed class Ii : IRealClient
{
    private readonly TemporaryFolder _home = new();
    private readonly RunningProgram _program;
    private readonly RunningProgram _shown;

    public Ii(IPEndPoint server)
    {
        var start = new ProcessStartInfo("ii", ["-i", _home.Path, "-s", $"{server.Address}", "-p", $"{server.Port}", "-n", "Tuan", "-f", "Tuan", "-k", "II_PASSWORD"]);
        start.Environment["II_PASSWORD"] = "Tuan:tea";
        _program = RunningProgram.Of(start);
        var all = _home[$"{server.Address}"];
        // By their names, because the files come later.
        _shown = RunningProgram.Of(new ProcessStartInfo("tail", ["--quiet", "-n", "+1", "-F", Path.Combine(all, "out"), Path.Combine(all, "#lobby", "out")]));
        Pipe = room => Path.Combine(all, room, "in");
    }

    public LineFeed Shown => _shown.Output;

    private Func<string, string> Pipe { get; }

    public Task Type(string line) => Write("#lobby", line);

    /// <summary>A command of its own, in the server's conversation.</summary>
    public Task Order(string command) => Write("", command);

    public Task<int> Exit() => _program.Exit();

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _shown.DisposeAsync();
        _home.Dispose();
    }

    private async Task Write(string room, string line)
    {
        var pipe = new FileStream(Pipe(room), FileMode.Open, FileAccess.Write);
        await using (pipe)
            await pipe.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"));
    }
}
