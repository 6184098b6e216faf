using ChatRoom.Irc;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Drivers.TerminalGui;

namespace ChatRoom.Tui.Drivers;

/// <summary>The drivers, by the names that `--ui` has for them; the first one is the default.</summary>
public static class Screens
{
    public const string Ansi = "ansi";
    public const string TerminalGui = "terminal-gui";

    /// <summary>Terminal.Gui where it was seen to do all that the contract of screens asks for, on Windows for want of another one.</summary>
    public static string Default => OperatingSystem.IsLinux() || OperatingSystem.IsWindows() ? TerminalGui : Ansi;

    public static ValueList<string> Known { get; } = Default == TerminalGui ? [TerminalGui, Ansi] : [Ansi, TerminalGui];

    /// <param name="wanted">One of <see cref="Known"/>; null for the default.</param>
    /// <param name="variable">An environment variable; null if it is not set.</param>
    public static ScreenOpening Open(string? wanted, Func<string, string?> variable, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (WhyNone(variable) is { } why)
            return new ScreenOpening.Refused(why);
        if ((wanted ?? Default) != TerminalGui)
            return OpenAnsi(variable, time);
        var opening = OpenTerminalGui(variable);
        return opening is ScreenOpening.Refused && wanted is null && !OperatingSystem.IsWindows() ? OpenAnsi(variable, time) : opening;
    }

    /// <summary>Why no driver could show anything here; null if one can.</summary>
    private static string? WhyNone(Func<string, string?> variable)
    {
        if (Console.IsInputRedirected)
            return "stdin is no terminal";
        if (Console.IsOutputRedirected)
            return "stdout is no terminal";
        return variable("TERM") switch
        {
            "dumb" or "unknown" => $"TERM={variable("TERM")} says that this terminal can only be written line by line",
            null or "" when !OperatingSystem.IsWindows() => "TERM is not set, so nothing is known of this terminal",
            _ => null,
        };
    }

    private static ScreenOpening OpenTerminalGui(Func<string, string?> variable)
    {
        var terminal = OperatingSystem.IsWindows() ? null : UnixTerminal.Open();
        if (terminal is null && !OperatingSystem.IsWindows())
            return new ScreenOpening.Refused("stdin is no terminal");
        try
        {
            return new ScreenOpening.Opened(TerminalGuiScreen.Open(terminal, AnsiTraits.Of(variable)));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or IOException or PlatformNotSupportedException or AggregateException)
        {
            return new ScreenOpening.Refused($"Terminal.Gui can't drive this terminal ({wrong.GetBaseException().Message})");
        }
    }

    private static ScreenOpening OpenAnsi(Func<string, string?> variable, TimeProvider time)
    {
        if (OperatingSystem.IsWindows())
            return new ScreenOpening.Refused("the 'ansi' screen is for Linux and macOS; Windows has terminal-gui");
        return UnixTerminal.Open() is { } terminal
            ? new ScreenOpening.Opened(AnsiScreen.Open(terminal, AnsiTraits.Of(variable), time))
            : new ScreenOpening.Refused("stdin is no terminal");
    }
}
