using System.Diagnostics;
using System.Text;

namespace ChatRoom.Bench.Screen;

/// <summary>
/// A terminal of 80x24 with `chatroom` on it, made by script(1). What the program draws is not understood, only watched for: the time of a
/// picture is the time at which its bytes came out.
/// </summary>
internal sealed class ScriptedTerminal : IAsyncDisposable
{
    private readonly Process _script;
    private readonly Task _pump;
    private readonly Lock _gate = new();
    private byte[] _wanted = [];
    private int _matched;
    private TaskCompletionSource<long> _seen = new();

    private ScriptedTerminal(Process script)
    {
        _script = script;
        _pump = Pump();
    }

    /// <summary>The last moment at which nothing of it ran.</summary>
    public long Started { get; private init; }

    public static ScriptedTerminal Start(string command)
    {
        var started = Stopwatch.GetTimestamp();
        var info = new ProcessStartInfo("script", ["-qefc", $"stty cols 80 rows 24; exec {command}", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        info.Environment["TERM"] = "xterm-256color";
        info.Environment["COLORTERM"] = "truecolor";
        var script = Process.Start(info) ?? throw new InvalidOperationException("script(1) was not started.");
        return new ScriptedTerminal(script) { Started = started };
    }

    public async Task Type(string text)
    {
        await _script.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(text));
        await _script.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>Yields when these bytes come out, counted from this call on.</summary>
    public async Task<long> Sees(string text)
    {
        TaskCompletionSource<long> seen;
        lock (_gate)
        {
            (_wanted, _matched) = (Encoding.UTF8.GetBytes(text), 0);
            seen = _seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>What the program on it takes of memory, in KiB: now, and at its most.</summary>
    public (long Now, long Most) Memory()
    {
        var children = File.ReadAllText($"/proc/{_script.Id}/task/{_script.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var status = File.ReadAllLines($"/proc/{children[0]}/status");
        long Read(string field) =>
            long.Parse(status.First(line => line.StartsWith(field, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        return (Read("VmRSS:"), Read("VmHWM:"));
    }

    public async Task<int> Exit()
    {
        await _script.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _script.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_script.HasExited)
            _script.Kill(entireProcessTree: true);
        await _script.WaitForExitAsync();
        await _pump;
        _script.Dispose();
    }

    private async Task Pump()
    {
        var buffer = new byte[64 * 1024];
        while (await _script.StandardOutput.BaseStream.ReadAsync(buffer) is > 0 and var read)
        {
            var at = Stopwatch.GetTimestamp();
            lock (_gate)
                Watch(buffer.AsSpan(0, read), at);
        }
        lock (_gate)
            _seen.TrySetException(new EndOfStreamException("the program ended before it showed this"));
    }

    private void Watch(ReadOnlySpan<byte> bytes, long at)
    {
        foreach (var one in bytes)
        {
            if (_wanted.Length == 0)
                return;
            _matched = one == _wanted[_matched] ? _matched + 1 : one == _wanted[0] ? 1 : 0;
            if (_matched < _wanted.Length)
                continue;
            _wanted = [];
            _seen.TrySetResult(at);
        }
    }
}
