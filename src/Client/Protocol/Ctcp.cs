using System.Diagnostics.CodeAnalysis;

namespace ChatRoom.Client.Protocol;

/// <summary>The client-to-client protocol: a text between two bytes 0x01, of which old clients forget the second.</summary>
public static class Ctcp
{
    private const char Mark = '\u0001';

    public static string Of(string command, string rest) => rest.Length == 0 ? $"{Mark}{command}{Mark}" : $"{Mark}{command} {rest}{Mark}";

    public static bool TryRead(string text, [NotNullWhen(true)] out string? command, [NotNullWhen(true)] out string? rest)
    {
        (command, rest) = (null, null);
        if (text.Length < 2 || text[0] != Mark)
            return false;
        var inner = text[^1] == Mark ? text[1..^1] : text[1..];
        var space = inner.IndexOf(' ');
        command = (space < 0 ? inner : inner[..space]).ToUpperInvariant();
        rest = space < 0 ? "" : inner[(space + 1)..];
        return true;
    }
}
