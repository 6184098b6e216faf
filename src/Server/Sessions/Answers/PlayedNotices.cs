using System.Globalization;
using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// What was said, as notices of the server with the time in the text, for programs that know no times: who reads them sees that they are of the past, and no program
/// does what they say.
/// </summary>
internal static class PlayedNotices
{
    /// <summary>What somebody does (CTCP ACTION) stands between these.</summary>
    private const string Action = "\u0001ACTION ";

    public static IEnumerable<Written> Write(IReadOnlyList<Recorded> played, string target, Numeric to)
    {
        Notice(target, "What was said before you came (UTC):", to);
        foreach (var what in played)
        {
            var said = (Event.Said)what.Event;
            var time = DateTimeOffset.FromUnixTimeMilliseconds(what.At.Milliseconds).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            foreach (var piece in Composition.Pieces(said.Body).Where(piece => piece.Text.Length > 0))
                Line(target, $"[{time}] ", said.Who.Nick.Text, piece.Text, to);
            yield return default;
        }
        Notice(target, "That was all.", to);
        yield return default;
    }

    private static void Line(string target, string time, string nick, string text, Numeric to)
    {
        // What one program asks another is nothing to read.
        if (text.StartsWith('\u0001') && !text.StartsWith(Action, StringComparison.OrdinalIgnoreCase))
            return;
        var isAction = text.StartsWith('\u0001');
        var words = isAction ? text[Action.Length..].TrimEnd('\u0001') : text;
        var prefix = isAction ? $"{time}* {nick} " : $"{time}<{nick}> ";
        while (words.Length > 0)
        {
            var line = to.Writer.Source(to.Server).Command("NOTICE"u8).Param(target);
            // A line that fitted with its sender's name may not fit behind it, so it goes on in another notice.
            var fitting = Fitting(words, line.Room - 2 - Encoding.UTF8.GetByteCount(prefix));
            line.Last(prefix + words[..fitting]).End();
            words = words[fitting..].TrimStart(' ');
        }
    }

    /// <summary>How much of it fits, at a space if there is one late enough, and never in the middle of a letter.</summary>
    private static int Fitting(string words, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(words) <= bytes)
            return words.Length;
        var (length, taken) = (0, 0);
        foreach (var rune in words.EnumerateRunes())
        {
            if (taken + rune.Utf8SequenceLength > bytes)
                break;
            taken += rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }
        var space = words.LastIndexOf(' ', length - 1, length / 2);
        return space > 0 ? space : length;
    }

    private static void Notice(string target, string text, Numeric to) => to.Writer.Source(to.Server).Command("NOTICE"u8).Param(target).Last(text).End();
}
