using System.Globalization;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What *playback answers to PLAY and LIST: of all that can be asked for, that which the masks mean.</summary>
internal static class PlayedAnswers
{
    public static IEnumerable<Written> Play(Standpoint from, IrcQuestion.Played question, Numeric to)
    {
        var (after, before) = (After(from, question.From), question.To.IsAny ? HistoryQuery.End : new Sequence(question.To.In(from.History).Last.Number + 1));
        foreach (var target in Meant(from, question.Masks))
        {
            var said = from.History.Said(new HistoryQuery(target.Key, target.Audiences, after, before, Limits.HistoryPage, FromEnd: true));
            if (said.Count == 0)
                continue;
            foreach (var written in HistoryAnswers.Batch(from.Info, question.Capabilities, said.Select(what => (target.Under(what), false)), isEnd: false, target.Name, to))
                yield return written;
        }
    }

    public static IEnumerable<Written> List(Standpoint from, IrcQuestion.Playable question, Numeric to)
    {
        foreach (var target in Meant(from, question.Masks))
        {
            if (One(from, target, fromEnd: false) is not { } first || One(from, target, fromEnd: true) is not { } last)
                continue;
            Say($"{target.Name} {Seconds(first.At)} {Seconds(last.At)}", to);
            yield return default;
        }
    }

    public static void Say(string text, Numeric to) => to.Writer.Source(PlaybackModule.Name).Command("PRIVMSG"u8).Param(to.Nick).LastFitting(text).End();

    private static IEnumerable<HistoryTarget> Meant(Standpoint from, Domain.Data.ValueList<string> masks)
    {
        var wanted = masks.Select(Folding.Fold).ToList();
        return TargetAnswers.Conversations(from).Where(target => wanted.Any(mask => Mask.Matches(mask, Folding.Fold(target.Name)))).OrderBy(target => Folding.Fold(target.Name), StringComparer.Ordinal);
    }

    private static Sequence After(Standpoint from, HistoryPlace place) => place.IsAny ? HistoryQuery.Beginning : place.In(from.History).Last;

    private static Recorded? One(Standpoint from, HistoryTarget target, bool fromEnd) =>
        from.History.Said(new HistoryQuery(target.Key, target.Audiences, HistoryQuery.Beginning, HistoryQuery.End, 1, fromEnd)) is [var only] ? only : null;

    private static string Seconds(Timestamp at) => string.Create(CultureInfo.InvariantCulture, $"{at.Milliseconds / 1000}.{at.Milliseconds % 1000:000}");
}
