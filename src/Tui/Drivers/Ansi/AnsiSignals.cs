using System.Text;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>The sequences besides frames: how the terminal is taken over and given back, and what else it can do.</summary>
internal static class AnsiSignals
{
    /// <summary>Longer ones are cut by desktops anyway.</summary>
    private const int LongestNotification = 250;

    private static readonly byte[] Bell = [0x07];

    public static void TakeOver(AnsiBytes to, bool hasStrings)
    {
        // Another screen, so that the one before is there again afterwards; its lines don't wrap.
        to.Add("\e[?1049h\e[?7l"u8);
        if (hasStrings)
            to.Add("\e[22;2t"u8);
        // Pastes with marks, clicks (with coordinates beyond 223), the window's focus, changes of its colours.
        to.Add("\e[?2004h\e[?1000h\e[?1006h\e[?1004h\e[?2031h"u8);
        // Keys that would look like others: xterm's way, then kitty's (1 for clear sequences, 4 for the Latin key at that place).
        to.Add("\e[>4;1m\e[>5u\e[0m"u8);
    }

    public static void GiveBack(AnsiBytes to, bool hasStrings)
    {
        to.Add("\e[<u\e[>4m"u8);
        EndModes(to, hasStrings);
        to.Add("\e[?25h\e[?1049l"u8);
    }

    /// <summary>All but the keys and the screen.</summary>
    public static void EndModes(AnsiBytes to, bool hasStrings)
    {
        // The runtime changes what the arrows send when a program first uses its console, and leaves it so.
        to.Add("\e[?1l\e>"u8);
        to.Add("\e[?2031l\e[?1004l\e[?1006l\e[?1000l\e[?2004l"u8);
        if (hasStrings)
            to.Add("\e]8;;\e\\\e[23;2t"u8);
        to.Add("\e[0m\e[?2026l\e[?7h"u8);
    }

    /// <summary>The background's colour, and then who the terminal is: all answer that, so no answer before it means that none comes.</summary>
    public static void Ask(AnsiBytes to, bool hasStrings)
    {
        if (hasStrings)
            to.Add("\e]11;?\e\\"u8);
        to.Add("\e[c"u8);
    }

    public static AnsiBytes Write(AnsiBytes to, Signal signal, AnsiTraits traits) => signal switch
    {
        Signal.Bell => to.Add(Bell),
        Signal.Notify n => traits.HasStrings ? Notify(to, n, traits) : to.Add(Bell),
        Signal.Copy c => traits.HasStrings ? to.Add("\e]52;c;"u8).Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(c.Text))).Add("\e\\"u8) : to,
    };

    /// <summary>One of the two ways, because there are terminals that know both and would notify twice.</summary>
    private static AnsiBytes Notify(AnsiBytes to, Signal.Notify notify, AnsiTraits traits)
    {
        var (title, text) = (Short(notify.Title), Short(notify.Text));
        // The title ends with a semicolon. A text that begins with a number and one is something else to some (ConEmu).
        var sequence = traits.NotifiesBy777 ? $"\e]777;notify;{title.Replace(';', ',')};{text}\e\\" : $"\e]9;{title.Replace(';', ',')}: {text}\e\\";
        return traits.IsTmux ? to.Add("\ePtmux;"u8).Add(sequence.Replace("\e", "\e\e", StringComparison.Ordinal)).Add("\e\\"u8) : to.Add(sequence);
    }

    private static string Short(string text) => FrameWriter.OneLine(text.Length <= LongestNotification ? text : text[..LongestNotification] + "…");
}
