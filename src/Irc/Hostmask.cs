namespace ChatRoom.Irc;

/// <summary>Who a line comes from: `nick!user@host`, or only a nickname or the name of a server, with the other parts empty.</summary>
public readonly record struct Hostmask(string Nick, string User, string Host)
{
    public static Hostmask Parse(string source)
    {
        Cut<char>(source, '!', '@', out var nick, out var user, out var host);
        return new Hostmask(nick.ToString(), user.ToString(), host.ToString());
    }

    /// <summary>The same in place, for the server.</summary>
    public static void Split(
        ReadOnlySpan<byte> source, out ReadOnlySpan<byte> nick, out ReadOnlySpan<byte> user, out ReadOnlySpan<byte> host) =>
        Cut(source, (byte)'!', (byte)'@', out nick, out user, out host);

    public override string ToString() => $"{Nick}{(User.Length > 0 ? "!" : "")}{User}{(Host.Length > 0 ? "@" : "")}{Host}";

    /// <summary>
    /// A nickname has neither '!' nor '@' and a host has no '@', so the first '!' and the last '@' behind it are the separators, whatever
    /// a stranger's user name holds.
    /// </summary>
    private static void Cut<T>(
        ReadOnlySpan<T> source, T bang, T at, out ReadOnlySpan<T> nick, out ReadOnlySpan<T> user, out ReadOnlySpan<T> host)
        where T : unmanaged, IEquatable<T>
    {
        nick = source;
        user = default;
        host = default;
        var userStart = source.IndexOf(bang);
        var hostStart = source[(userStart + 1)..].LastIndexOf(at);
        if (hostStart >= 0)
        {
            hostStart += userStart + 1;
            host = source[(hostStart + 1)..];
            nick = source[..hostStart];
        }
        if (userStart >= 0)
        {
            user = nick[(userStart + 1)..];
            nick = nick[..userStart];
        }
    }
}
