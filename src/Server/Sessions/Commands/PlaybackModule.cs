using System.Globalization;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// What clients with znc.in/playback say to *playback, which is nobody: PLAY, LIST and CLEAR, as ZNC's module of that name has them. And NS SET PLAYBACK, by which an account says how much
/// it wants to be told of unasked.
/// </summary>
internal static class PlaybackModule
{
    /// <summary>Who speaks there.</summary>
    public const string Name = "*playback!znc@znc.in";

    /// <summary>More than a client has conversations; what stands behind is passed over.</summary>
    private const int Masks = 100;

    public static bool Is(string target) => target.Equals("*playback", StringComparison.OrdinalIgnoreCase);

    public static void Hear(Session session, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words is [var first, ..] ? first.ToUpperInvariant() : "", words.Length)
        {
            case ("PLAY", 2 or 3 or 4) when Moment(words, 2, HistoryPlace.Any) is { } from && Moment(words, 3, HistoryPlace.Any) is { } to:
                session.Ask(new IrcQuestion.Played(MasksOf(words[1]), from, to, session.Capabilities));
                break;
            case ("LIST", 1 or 2):
                session.Ask(new IrcQuestion.Playable(MasksOf(words is [_, var masks] ? masks : "*")));
                break;
            case ("CLEAR", _):
                Say(session, "Nothing is cleared: what was said belongs to all who may read it, and REDACT takes back what you said");
                break;
            default:
                Say(session, "PLAY buffers [from] [to]: what was said in these rooms and private conversations (commas, * and ?), between two times in seconds since 1970");
                Say(session, "LIST [buffers]: which there are, and when something was said there first and last");
                break;
        }
    }

    /// <summary>ON is as many as a page has, DEFAULT what is usual in a room.</summary>
    public static void Set(Session session, string setting)
    {
        Option<int> wish;
        switch (setting.ToUpperInvariant())
        {
            case "OFF":
                wish = 0;
                break;
            case "ON":
                wish = Limits.HistoryPage;
                break;
            case "DEFAULT":
                wish = Option<int>.None;
                break;
            default:
                if (!int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > Limits.HistoryPage)
                {
                    session.Reply(new IrcReply.FromNickServ($"SET PLAYBACK is followed by ON, OFF, DEFAULT, or how many messages you want to be told of, 0 to {Limits.HistoryPage}"));
                    return;
                }
                wish = number;
                break;
        }
        session.Act(new Domain.Commands.Command.SetPlayback(wish));
        session.Reply(new IrcReply.OwnPlayback());
    }

    private static Domain.Data.ValueList<string> MasksOf(string word) => [.. word.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(Masks)];

    /// <summary>Seconds since 1970, with a point before milliseconds; null for what is no such number.</summary>
    private static HistoryPlace? Moment(string[] words, int index, HistoryPlace otherwise)
    {
        if (index >= words.Length)
            return otherwise;
        // Until the year 9999: what can be written as a time.
        return decimal.TryParse(words[index], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799
            ? HistoryPlace.Of(new Timestamp((long)(seconds * 1000)))
            : null;
    }

    private static void Say(Session session, string text) => session.Reply(new IrcReply.FromPlayback(text));
}
