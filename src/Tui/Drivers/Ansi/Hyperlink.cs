using System.Text;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>
/// Links that a terminal opens with a click (OSC 8). Strangers write them, so only addresses of known kinds go out, and nothing in
/// them can end the sequence.
/// </summary>
public static class Hyperlink
{
    /// <summary>What VTE takes; others take more.</summary>
    private const int Longest = 2_083;

    private static readonly string[] Kinds = ["http://", "https://", "irc://", "ircs://", "mailto:"];

    /// <summary>The address as it may be sent, in printable ASCII; null if it may not.</summary>
    public static string? Safe(string? address)
    {
        if (address is null || !Kinds.Any(kind => address.Length > kind.Length && address.StartsWith(kind, StringComparison.OrdinalIgnoreCase)))
            return null;
        var safe = new StringBuilder(address.Length);
        foreach (var b in Encoding.UTF8.GetBytes(address))
        {
            if (b is > 0x20 and < 0x7F)
                safe.Append((char)b);
            else
                safe.Append('%').Append(b.ToString("X2"));
        }
        return safe.Length <= Longest ? safe.ToString() : null;
    }

    /// <summary>Begins a link, or ends one where there is none. The id joins the pieces of one that goes over several rows.</summary>
    internal static void Write(AnsiBytes to, string? address)
    {
        if (Safe(address) is { } safe)
            to.Add("\e]8;id="u8).Add(Id(safe)).Add(";"u8).Add(safe).Add("\e\\"u8);
        else
            to.Add("\e]8;;\e\\"u8);
    }

    /// <summary>FNV-1a: the same for the same address, as long as anybody compares.</summary>
    private static int Id(string address)
    {
        var hash = 2_166_136_261;
        foreach (var c in address)
            hash = (hash ^ c) * 16_777_619;
        return (int)(hash & int.MaxValue);
    }
}
