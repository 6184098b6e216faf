using System.Globalization;

namespace ChatRoom.Client.Connection;

/// <summary>A server as people write and paste it: `chat.example.org`, `chat.example.org:6697`, `[::1]:6667`, `ircs://chat.example.org/tea`.</summary>
/// <param name="Port">Null for the usual one.</param>
/// <param name="IsEncrypted">Whether the address itself asks for TLS.</param>
/// <param name="Room">As it stands in an address of IRC; null for none.</param>
public sealed record ServerAddress(string Host, int? Port, bool IsEncrypted, string? Room)
{
    private const string Plain = "irc://";

    private const string Encrypted = "ircs://";

    private const string Forms = "write HOST, HOST:PORT, irc://HOST/ROOM or ircs://HOST/ROOM";

    public static bool TryParse(string text, out ServerAddress address, out string refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        address = new ServerAddress("", null, text.StartsWith(Encrypted, StringComparison.OrdinalIgnoreCase), null);
        var isAddress = address.IsEncrypted || text.StartsWith(Plain, StringComparison.OrdinalIgnoreCase);
        if (!isAddress && text.Contains("://", StringComparison.Ordinal))
            return No($"'{text}' is no address of IRC; {Forms}", out refusal);
        var rest = isAddress ? text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..] : text;
        var slash = isAddress ? rest.IndexOf('/', StringComparison.Ordinal) : -1;
        var room = slash < 0 ? "" : RoomIn(rest[(slash + 1)..]);
        if (!TrySplit(slash < 0 ? rest : rest[..slash], out var host, out var port))
            return No($"'{text}' has no port from 1 to 65535 behind the colon; {Forms}", out refusal);
        if (host.Length == 0 || host.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '@'))
            return No($"'{text}' names no host; {Forms}", out refusal);
        (address, refusal) = (address with { Host = host, Port = port, Room = room.Length == 0 ? null : room }, "");
        return true;
    }

    /// <summary>The room's sign may be left out, as it ends an address in a browser, or be written as %23. What stands behind a comma is for others.</summary>
    private static string RoomIn(string path)
    {
        var name = Uri.UnescapeDataString(path.Split(',', '?')[0]);
        return name.Length == 0 || name[0] is '#' or '&' or '+' or '!' ? name : $"#{name}";
    }

    /// <summary>An address of IPv6 has colons of its own, so a port stands behind its brackets.</summary>
    private static bool TrySplit(string place, out string host, out int? port)
    {
        (host, port) = (place, null);
        var end = place.StartsWith('[') ? place.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
        var colon = place.IndexOf(':', end);
        var isBare = end == 0 && place.LastIndexOf(':') != colon;
        if (colon < 0 || isBare)
        {
            host = place.Trim('[', ']');
            return true;
        }
        host = place[..colon].Trim('[', ']');
        if (!int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65_535)
            return false;
        port = number;
        return true;
    }

    private static bool No(string why, out string refusal)
    {
        refusal = why;
        return false;
    }
}
