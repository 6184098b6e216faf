namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>What the environment says about the terminal.</summary>
/// <param name="HasStrings">Whether it passes over the strings that it does not know (OSC): titles, links, notifications.</param>
/// <param name="NotifiesBy777">Whether it takes a notification in rxvt's way and not in iTerm's.</param>
/// <param name="IsTmux">Whether tmux stands between, and what is for the terminal behind it must be wrapped.</param>
/// <param name="IsLight">What $COLORFGBG says of the background.</param>
public sealed record AnsiTraits(ColorDepth Depth, bool HasStrings, bool NotifiesBy777, bool IsTmux, bool? IsLight)
{
    private static readonly string[] KnownForFullColor = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "iterm2"];

    public static AnsiTraits Of(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var terminal = variable("TERM") ?? "";
        var isTmux = !string.IsNullOrEmpty(variable("TMUX"));
        return new AnsiTraits(
            DepthOf(terminal, isTmux, variable),
            HasStrings: terminal != "linux",
            NotifiesBy777: terminal.StartsWith("foot", StringComparison.Ordinal) || terminal.StartsWith("rxvt", StringComparison.Ordinal) || variable("VTE_VERSION") is not null,
            isTmux,
            BackgroundAnswer.OfVariable(variable("COLORFGBG")));
    }

    private static ColorDepth DepthOf(string terminal, bool isTmux, Func<string, string?> variable)
    {
        // no-color.org: "when present and not an empty string".
        if (!string.IsNullOrEmpty(variable("NO_COLOR")) || terminal is "vt100" or "vt102" or "vt220" or "xterm-mono")
            return ColorDepth.None;
        // The screen program has no full colour, but hands on the variable of the terminal that it runs in.
        var isScreen = terminal.StartsWith("screen", StringComparison.Ordinal) && !isTmux;
        var saysFull = variable("COLORTERM") is "truecolor" or "24bit" && !isScreen && terminal != "linux";
        if (saysFull || terminal.EndsWith("-direct", StringComparison.Ordinal) || KnownForFullColor.Any(known => terminal.StartsWith(known, StringComparison.Ordinal)))
            return ColorDepth.Full;
        return terminal.Contains("256color", StringComparison.Ordinal) ? ColorDepth.TwoHundredFiftySix : ColorDepth.Sixteen;
    }
}
