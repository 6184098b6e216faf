using ChatRoom.Irc;

namespace ChatRoom.Cli.Screen;

/// <summary>The drivers, by the names that `--ui` has for them.</summary>
public static class Screens
{
    public const string Ansi = "ansi";
    public const string TerminalGui = "terminal-gui";

    public static ValueList<string> Known { get; } = [Ansi, TerminalGui];

    /// <summary>
    /// Terminal.Gui where it does all that the other one does; elsewhere it loses characters of long pastes (docs/decisions/0010). Windows has
    /// no other one.
    /// </summary>
    public static string Default => OperatingSystem.IsWindows() ? TerminalGui : Ansi;

    /// <param name="wanted">One of <see cref="Known"/>; null for the default.</param>
    /// <param name="variable">An environment variable; null if it is not set.</param>
    public static ScreenOpening Open(string? wanted, Func<string, string?> variable, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var name = wanted ?? Default;
        if (WhyNone(variable) is { } why)
            return new ScreenOpening.Refused(why);
        if (name == TerminalGui)
            return new ScreenOpening.Opened(TerminalGuiScreen.Open(AnsiTraits.Of(variable)));
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
            return new ScreenOpening.Refused("the 'ansi' screen is for Linux and macOS; Windows has terminal-gui");
        return UnixTerminal.Open() is { } terminal
            ? new ScreenOpening.Opened(AnsiScreen.Open(terminal, AnsiTraits.Of(variable), time))
            : new ScreenOpening.Refused("stdin is no terminal");
    }
}
