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
        // A target, one or two places, a number; TARGETS has no target, and two moments.
        var count = sub switch
        {
            "LATEST" or "BEFORE" or "AFTER" or "AROUND" or "TARGETS" => 4,
            "BETWEEN" => 5,
            _ => 0,
        };
        if (count == 0)
            Fail(session, words[0], "CHATHISTORY knows LATEST, BEFORE, AFTER, AROUND, BETWEEN and TARGETS");
        else if (words.Length != count)
            Fail(session, sub, $"CHATHISTORY {sub} needs {Needs(sub)}, and no more");
        else if (!int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most < 1)
            Fail(session, sub, $"The number of messages must be 1 to {Limits.HistoryPage}");
        else if (sub == "TARGETS")
            AskTargets(session, words, Math.Min(most, Limits.HistoryPage));
        else
            AskPage(session, sub, words, Math.Min(most, Limits.HistoryPage));
    }

    private static string Needs(string sub) => sub switch
    {
        "TARGETS" => "two moments and a number",
        "BETWEEN" => "a target, two messages and a number",
        _ => "a target, a message and a number",
    };

    private static void AskPage(Session session, string sub, string[] words, int most)
    {
        if (Place(session, words[2], sub == "LATEST").TryGet(out var first) && (sub == "BETWEEN" ? Place(session, words[3], false) : first).TryGet(out var second))
            session.Ask(new IrcQuestion.History(new HistoryPage(sub, words[1], first, second, most), session.Capabilities));
        else
            Fail(session, sub, "A message is named by msgid=... of this server or timestamp=YYYY-MM-DDThh:mm:ss.sssZ");
    }

    private static void AskTargets(Session session, string[] words, int most)
    {
        if (Place(session, words[1], false).TryGet(out var first) && first.Moment is { } one && Place(session, words[2], false).TryGet(out var second) && second.Moment is { } other)
            session.Ask(new IrcQuestion.HistoryTargets(one, other, most, session.Capabilities));
        else
            Fail(session, "TARGETS", "A moment is named by timestamp=YYYY-MM-DDThh:mm:ss.sssZ");
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

    private static void Fail(Session session, string about, string text) => session.Fail("CHATHISTORY", "INVALID_PARAMS", about, text);
}
