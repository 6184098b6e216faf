using ChatRoom.Irc;

namespace ChatRoom.Cli.Screen;

/// <summary>The drivers that this program was built with, by the names that `--ui` has for them; the first one is the default.</summary>
public static class Screens
{
    public const string Ansi = "ansi";
    public const string TerminalGui = "terminal-gui";

    /// <summary>Those that a program like this one can be built with.</summary>
    public static ValueList<string> Known { get; } = [TerminalGui, Ansi];

#if TERMINAL_GUI
    public static ValueList<string> BuiltIn { get; } = [TerminalGui, Ansi];
#else
    public static ValueList<string> BuiltIn { get; } = [Ansi];
#endif

    /// <param name="wanted">One of <see cref="BuiltIn"/>; null for the default.</param>
    /// <param name="variable">An environment variable; null if it is not set.</param>
    public static ScreenOpening Open(string? wanted, Func<string, string?> variable, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var name = wanted ?? BuiltIn[0];
        if (!BuiltIn.Contains(name))
            return new ScreenOpening.Refused($"this chatroom was built without the '{name}' screen; it has: {string.Join(", ", BuiltIn)}");
        if (WhyNone(variable) is { } why)
            return new ScreenOpening.Refused(why);
#if TERMINAL_GUI
        if (name == TerminalGui)
            return new ScreenOpening.Opened(TerminalGuiScreen.Open(AnsiTraits.Of(variable)));
#endif
        return OpenAnsi(variable, time);
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
            "dumb" => "TERM=dumb says that this terminal can only be written line by line",
            null or "" when !OperatingSystem.IsWindows() => "TERM is not set, so nothing is known of this terminal",
            _ => null,
        };
    }

    private static ScreenOpening OpenAnsi(Func<string, string?> variable, TimeProvider time)
    {
        if (OperatingSystem.IsWindows())
            return new ScreenOpening.Refused("the 'ansi' screen is for Linux and macOS; on Windows the full screen needs Terminal.Gui");
        return UnixTerminal.Open() is { } terminal
            ? new ScreenOpening.Opened(AnsiScreen.Open(terminal, AnsiTraits.Of(variable), time))
            : new ScreenOpening.Refused("stdin is no terminal");
    }
}
