using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// Keeps lines within 512 bytes where what a person wrote stands behind longer names than those it was sent with: a
/// reason, a topic. Unlike what is said it can't go on in another line, so its end is left out, at a character.
/// </summary>
public static class Fitting
{
    public static LineWriter LastFitting(this LineWriter lines, string text)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Last(Cut(text, lines.Room - " :".Length));
    }

    /// <summary>As much of a text as has so many bytes.</summary>
    public static string Cut(string text, int bytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoding.UTF8.GetByteCount(text) <= bytes ? text : TextSplitter.Split(text, bytes)[0];
    }
}
