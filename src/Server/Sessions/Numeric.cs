using ChatRoom.Domain.Events;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>Begins the lines in which a server answers a client: ":server 353 nick".</summary>
public readonly record struct Numeric(LineWriter Writer, string Server, string Nick, Capability Capabilities)
{
    /// <summary>Whether the client has a name in the world yet.</summary>
    public bool IsNamed => Nick != "*";

    public LineWriter Begin(ReadOnlySpan<byte> numeric) => Writer.Source(Server).Command(numeric).Param(Nick);

    public LineWriter Begin(int code)
    {
        Span<byte> digits = [(byte)('0' + (code / 100)), (byte)('0' + (code / 10 % 10)), (byte)('0' + (code % 10))];
        return Begin(digits);
    }

    /// <summary>The signs before a name: that of the highest right, or all for a client that asked for them (multi-prefix).</summary>
    public string Prefix(Rights rights)
    {
        // Most people of a large room have none, and its names are written for each who comes.
        if (rights == Rights.None)
            return "";
        var signs = ModeTable.Rights.Where(row => rights.HasFlag(row.Right)).Select(row => row.Sign);
        return string.Concat(Capabilities.HasFlag(Capability.MultiPrefix) ? signs : signs.Take(1));
    }

    /// <summary>A name in a list: for a client that asked for that with user and host (userhost-in-names).</summary>
    public string Name(Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Capabilities.HasFlag(Capability.UserHostInNames) ? EventWriter.NameOf(who) : who.Nick.Text;
    }

    /// <summary>A mode of the client's own person, "+r" or the like.</summary>
    public void OwnMode(string change) => Writer.Source(Server).Command("MODE"u8).Param(Nick).Param(change).End();

    /// <summary>In the name that clients look for where accounts are talked about.</summary>
    public void FromNickServ(string text) => Writer.Source($"NickServ!NickServ@{Server}").Command("NOTICE"u8).Param(Nick).Last(text).End();

    /// <summary>The number of a numeric, as questions carry it.</summary>
    public static int Code(ReadOnlySpan<byte> numeric) => ((numeric[0] - '0') * 100) + ((numeric[1] - '0') * 10) + (numeric[2] - '0');

    /// <summary>What a client sent, as a parameter in the middle of a line; '*' where it could not stand there.</summary>
    public static string Word(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || text[0] == ':' || text.AsSpan().IndexOfAny(" \r\n\0") >= 0)
            return "*";
        return text.Length * 3 <= Limits.WordBytes ? text : Fitting.Cut(text, Limits.WordBytes);
    }
}
