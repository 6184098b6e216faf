using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests.Pty;

/// <summary>A screen in a process of its own (tests/ScreenHost) on a terminal of its own, as a person has it.</summary>
internal sealed partial class HostedScreen : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _reports = Channel.CreateUnbounded<string>();
    private readonly Process _process;
    private FrameSize _size;

    private HostedScreen(string ui, FrameSize size, IEnumerable<(string Name, string? Value)> environment)
    {
        _size = size;
        Terminal = new PseudoTerminal(size);
        Before = Terminal.Settings;
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "ChatRoom.ScreenHost.dll");
        var start = new ProcessStartInfo("setsid", ["sh", "-c", "exec <>\"$0\" >&0; exec \"$@\"", Terminal.Name, dotnet, program, ui]) { RedirectStandardError = true };
        foreach (var name in new[] { "NO_COLOR", "COLORTERM", "COLORFGBG", "TMUX", "VTE_VERSION", "DisableRealDriverIO" })
            start.Environment.Remove(name);
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("setsid was not started.");
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                _reports.Writer.TryComplete();
            else
                _reports.Writer.TryWrite(line.Data);
        };
        _process.BeginErrorReadLine();
    }

    public PseudoTerminal Terminal { get; }

    /// <summary>The terminal's settings before the screen took it.</summary>
    public byte[] Before { get; }

    /// <summary>The modes (DEC private) that were ever set or unset, and which of them are set now.</summary>
    public IReadOnlyDictionary<string, bool> Modes
    {
        get
        {
            var modes = new Dictionary<string, bool>();
            foreach (Match match in Mode().Matches(Encoding.UTF8.GetString(Terminal.Written)))
                modes[match.Groups[1].Value] = match.Groups[2].Value == "h";
            return modes;
        }
    }

    public string Colours => string.Join(' ', Sgr().Matches(Encoding.UTF8.GetString(Terminal.Written)).Select(match => match.Groups[1].Value));

    public static HostedScreen Start(string ui, FrameSize size, params IEnumerable<(string Name, string? Value)> environment) => new(ui, size, environment);

    public static async Task<HostedScreen> Open(string ui, FrameSize size, params IEnumerable<(string Name, string? Value)> environment)
    {
        var screen = new HostedScreen(ui, size, environment);
        await screen.Hears("open");
        await screen.Terminal.Until(bytes => bytes.AsSpan().IndexOf("\e[?2026l"u8) > 0, "the first frame");
        return screen;
    }

    public void Type(string text) => Terminal.Type(Encoding.UTF8.GetBytes(text));

    public void Resize(FrameSize size)
    {
        _size = size;
        Terminal.Resize(size);
    }

    /// <summary>Passes over reports up to one that begins so, and yields the rest of it.</summary>
    public async Task<string> Hears(string beginning)
    {
        using var late = new CancellationTokenSource(Deadline);
        var heard = new List<string>();
        try
        {
            await foreach (var report in _reports.Reader.ReadAllAsync(late.Token))
            {
                heard.Add(report);
                if (report.StartsWith(beginning, StringComparison.Ordinal))
                    return report[beginning.Length..].Trim();
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{beginning}' was not told, but: {string.Join(" | ", heard.TakeLast(10))}");
        }
        throw new EndOfStreamException($"'{beginning}' was not told before the end, but: {string.Join(" | ", heard.TakeLast(10))}");
    }

    /// <summary>Waits until the picture has this in its corner, and the marks of its size in the others.</summary>
    public Task Sees(string corner) => Terminal.Until(bytes => Shows(bytes, corner), $"a picture of {_size.Columns}x{_size.Rows} with '{corner}'");

    /// <summary>The bytes that came from there on, without what is inside of frames.</summary>
    public string OutsideFrames(int from) => Frames().Replace(Encoding.UTF8.GetString(Terminal.Written.AsSpan(from)), "");

    public async Task<int> Exit()
    {
        using var late = new CancellationTokenSource(Deadline);
        await _process.WaitForExitAsync(late.Token);
        if (!Terminal.IsHungUp)
            await Terminal.Drain();
        return _process.ExitCode;
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Until the kernel has stopped it.</summary>
    public async Task Stopped()
    {
        var stat = $"/proc/{_process.Id}/stat";
        using var late = new CancellationTokenSource(Deadline);
        while (!File.ReadAllText(stat).Contains(") T ", StringComparison.Ordinal))
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Terminal.Dispose();
    }

    /// <summary>From the last time that the whole screen was drawn.</summary>
    private bool Shows(byte[] bytes, string corner)
    {
        var begin = bytes.AsSpan().LastIndexOf("\e[?2026h\e[?25l\e[0m\e[2J"u8);
        if (begin < 0)
            return false;
        // Colours are other tests' affair.
        var frames = Sgr().Replace(string.Concat(Frames().Matches(Encoding.UTF8.GetString(bytes.AsSpan(begin))).Select(match => match.Value)), "");
        // A frame for the size before is still on its way.
        if (Place().Matches(frames).Any(at => int.Parse(at.Groups[1].Value) > _size.Rows || int.Parse(at.Groups[2].Value) > _size.Columns))
            return false;
        var emulator = new Emulator();
        emulator.Resize(_size);
        emulator.Write(Encoding.UTF8.GetBytes(frames));
        var (right, bottom) = (_size.Columns - 1, _size.Rows - 1);
        return emulator.At(0, 0).Text == corner && emulator.At(right, 0).Text == "1" && emulator.At(0, bottom).Text == "2" && emulator.At(right, bottom).Text == "3";
    }

    [GeneratedRegex(@"\e\[(\d+);(\d+)H")]
    private static partial Regex Place();

    [GeneratedRegex(@"\e\[\?(\d+)([hl])")]
    private static partial Regex Mode();

    [GeneratedRegex(@"\e\[([0-9;]*)m")]
    private static partial Regex Sgr();

    [GeneratedRegex(@"\e\[\?2026h.*?\e\[\?2026l", RegexOptions.Singleline)]
    private static partial Regex Frames();
}
