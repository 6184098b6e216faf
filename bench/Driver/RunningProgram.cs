using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ChatRoom.Bench.Driver;

/// <summary>A program in a process of its own, with its three streams. It does not outlive this object.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _pumps;

    private RunningProgram(ProcessStartInfo start, string name, char lineEnd = '\n')
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(false);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        (Output, Errors) = (new LineFeed($"stdout of {name}"), new LineFeed($"stderr of {name}"));
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{name} was not started.");
        _pumps = Task.WhenAll(Pump(_process.StandardOutput, Output, lineEnd), Pump(_process.StandardError, Errors, '\n'));
    }

    public LineFeed Output { get; }

    public LineFeed Errors { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The `chatroom` command: see <see cref="ChatRoomProgram"/>.</summary>
    public static RunningProgram ChatRoom(params IEnumerable<string> args) => ChatRoomWhere([], args);

    /// <summary>The same, with these variables in its environment.</summary>
    public static RunningProgram ChatRoomWhere(IEnumerable<(string Name, string Value)> variables, params IEnumerable<string> args) => ChatRoomWithin([], variables, args);

    /// <summary>The same, started by another program: see <see cref="ChatRoomProgram.StartWithin"/>.</summary>
    public static RunningProgram ChatRoomWithin(IReadOnlyList<string> starter, IEnumerable<(string Name, string Value)> variables, params IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var start = ChatRoomProgram.StartWithin(starter, args);
        // Hints name the command as people know it, and not as tests start it.
        start.Environment["CHATROOM_COMMAND"] = "chatroom";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new RunningProgram(start, $"chatroom {string.Join(' ', args)}");
    }

    /// <summary>A program that is not ours.</summary>
    public static RunningProgram Other(string program, params IEnumerable<string> args) =>
        new(new ProcessStartInfo(program, args), $"{program} {string.Join(' ', args)}");

    /// <summary>The same, in a folder and an environment of its own.</summary>
    public static RunningProgram Of(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new RunningProgram(start, $"{start.FileName} {string.Join(' ', start.ArgumentList)}");
    }

    /// <summary>A program that draws on a terminal. What it draws comes in pieces, each up to the next time it moves the cursor.</summary>
    public static RunningProgram OnTerminal(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new RunningProgram(start, Path.GetFileName(start.FileName), lineEnd: '\u001b');
    }

    /// <summary>Writes to its stdin.</summary>
    public async Task Type(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Its stdin ends, as at the end of a pipe or with Ctrl+D.</summary>
    public void EndInput() => _process.StandardInput.Close();

    public void Send(Signal signal)
    {
        if (SendSignal(_process.Id, (int)signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Waits for its end, and that everything which it printed is read. Yields its exit code.</summary>
    /// <param name="within">A while by default.</param>
    public async Task<int> Exit(TimeSpan? within = null)
    {
        using var deadline = new CancellationTokenSource(within ?? LineFeed.Deadline);
        await _process.WaitForExitAsync(deadline.Token);
        await _pumps.WaitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task Pump(StreamReader from, LineFeed to, char lineEnd)
    {
        var (buffer, line) = (new char[4096], new StringBuilder());
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            foreach (var letter in new ArraySegment<char>(buffer, 0, read))
            {
                if (letter != lineEnd)
                {
                    line.Append(letter);
                    continue;
                }
                to.Add(line.ToString());
                line.Clear();
            }
        }
        if (line.Length > 0)
            to.Add(line.ToString());
        to.End();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
