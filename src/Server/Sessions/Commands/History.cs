using System.Globalization;
using System.Text;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// CHATHISTORY (draft/chathistory): a page of what was said in a room that one is in, or with a person who is there.
/// </summary>
public static class History
{
    internal static readonly CommandRow[] Commands =
    [
        new("CHATHISTORY", 1, CommandTime.After, Ask),
    ];

    public static void Ask(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var words = new string[line.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = Encoding.UTF8.GetString(line[i]);
        var sub = words[0].ToUpperInvariant();
        var isBetween = sub == "BETWEEN";
        if (sub is not ("LATEST" or "BEFORE" or "AFTER" or "AROUND" or "BETWEEN"))
        {
            Fail(session, "INVALID_PARAMS", words[0], "CHATHISTORY knows LATEST, BEFORE, AFTER, AROUND and BETWEEN");
            return;
        }
        if (words.Length != (isBetween ? 5 : 4))
        {
            Fail(session, "INVALID_PARAMS", sub, $"CHATHISTORY {sub} needs a target, {(isBetween ? "two messages" : "a message")} and a number, and no more");
            return;
        }
        if (!int.TryParse(words[isBetween ? 4 : 3], NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most < 1)
        {
            Fail(session, "INVALID_PARAMS", sub, $"The number of messages must be 1 to {Limits.HistoryPage}");
            return;
        }
        if (!Place(session, words[2], sub == "LATEST").TryGet(out var first)
            || !(isBetween ? Place(session, words[3], false) : first).TryGet(out var second))
        {
            Fail(session, "INVALID_PARAMS", sub, "A message is named by msgid=... of this server or timestamp=YYYY-MM-DDThh:mm:ss.sssZ");
            return;
        }
        session.Ask(new IrcQuestion.History(new HistoryPage(sub, words[1], first, second, Math.Min(most, Limits.HistoryPage)), session.Capabilities));
    }

    private static Option<HistoryPlace> Place(Session session, string word, bool mayBeAny)
    {
        if (mayBeAny && word == "*")
            return HistoryPlace.Any;
        if (word.StartsWith("msgid=", StringComparison.Ordinal))
            return MessageIds.Parse(session.Context.Info.Epochs, word["msgid=".Length..]).Map(HistoryPlace.Of);
        return word.StartsWith("timestamp=", StringComparison.Ordinal) && ServerTime.TryParse(word.AsSpan("timestamp=".Length), out var moment)
            ? HistoryPlace.Of(new Timestamp(moment))
            : Option<HistoryPlace>.None;
    }

    private static void Fail(Session session, string code, string about, string text) => session.Fail("CHATHISTORY", code, about, text);
}
