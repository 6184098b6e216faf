using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// How long a text may be so that nobody's copy of it is cut. What counts is not the line that we send but the one that the server sends
/// to others, with our name in front: `:nick!user@host PRIVMSG #room :text` CR LF, 512 bytes in all (RFC 1459 section 2.3).
/// </summary>
internal static class LineBudget
{
    /// <summary>`user@host` where the server has not shown it: the common limits, 12 for the user with its '~' and 63 for a host.</summary>
    private const int WorstUserHost = 12 + 1 + 63;

    /// <summary>
    /// A server may give us a host of any length. Its own lines would be cut then, whatever we do; ours still have to hold some words.
    /// </summary>
    private const int LeastText = 64;

    public static int ForText(ClientModel model, string target, Manner manner)
    {
        var nick = Math.Max(Encoding.UTF8.GetByteCount(model.Nick), Encoding.UTF8.GetByteCount(model.AskedNick ?? ""));
        var userHost = model.UserHost is { } known ? Encoding.UTF8.GetByteCount(known) : WorstUserHost;
        var frame = ":!".Length + nick + userHost + " PRIVMSG ".Length + Encoding.UTF8.GetByteCount(target) + " :".Length;
        return Math.Max(LineLimits.Body - LineLimits.End - frame - OutgoingLine.Wrapping(manner), LeastText);
    }
}
