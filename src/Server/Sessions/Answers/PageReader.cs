using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>Reads a page of a conversation for who can show so much of it.</summary>
public sealed class PageReader(IHistory history, HistoryTarget target, Capability capabilities)
{
    /// <summary>What was found, in order; whether each only comes with the message before it; and whether there is no more in that direction.</summary>
    public sealed record Found(IReadOnlyList<(Recorded What, bool IsContext)> Events, bool IsEnd);

    /// <summary>Without draft/event-playback there are messages and nothing else.</summary>
    private readonly Domain.Data.ValueList<HistoryKind> _kinds = [.. Kinds(capabilities)];

    /// <summary>Of what belongs to a message: reactions, and that it was taken back.</summary>
    private readonly Domain.Data.ValueList<HistoryKind> _remarks = [.. Remarks(capabilities)];

    private static IEnumerable<HistoryKind> Kinds(Capability capabilities)
    {
        yield return HistoryKind.Words;
        // "Exclude it entirely, or include a REDACT message after": who says that they want context gets the latter.
        if (capabilities.HasFlag(Capability.MessageRedaction | Capability.Context))
            yield return HistoryKind.TakenBack;
        if (!capabilities.HasFlag(Capability.EventPlayback))
            yield break;
        yield return HistoryKind.Happening;
        if (capabilities.HasFlag(Capability.MessageTags))
            yield return HistoryKind.Sign;
    }

    private static IEnumerable<HistoryKind> Remarks(Capability capabilities)
    {
        if (capabilities.HasFlag(Capability.MessageRedaction))
            yield return HistoryKind.Redaction;
        if (capabilities.HasFlag(Capability.MessageTags) && (capabilities & (Capability.EventPlayback | Capability.Context)) != 0)
            yield return HistoryKind.Remark;
    }

    public Found Read(HistoryPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (first, second) = (page.First.In(history), page.Second.In(history));
        switch (page.Sub)
        {
            case "LATEST":
                return Between(page.First.IsAny ? HistoryQuery.Beginning : first.Last, HistoryQuery.End, page.Most, true);
            case "BEFORE":
                return Between(HistoryQuery.Beginning, first.First, page.Most, true);
            case "AFTER":
                return Between(first.Last, HistoryQuery.End, page.Most, false);
            case "AROUND":
                // The message itself belongs to the later half.
                var before = Between(HistoryQuery.Beginning, first.First, page.Most / 2, true);
                var after = Between(new Sequence(first.First.Number - 1), HistoryQuery.End, page.Most - (page.Most / 2), false);
                return new Found([.. before.Events, .. after.Events], before.IsEnd && after.IsEnd);
            case "BETWEEN" when first.First.CompareTo(second.First) <= 0:
                return Between(first.Last, second.First, page.Most, false);
            case "BETWEEN":
                return Between(second.Last, first.First, page.Most, true);
            default:
                throw new InvalidOperationException($"{page.Sub} is missing in Read.");
        }
    }

    private Found Between(Sequence after, Sequence before, int most, bool fromEnd)
    {
        // One more than is wanted says whether there is more.
        var found = history.Said(new HistoryQuery(target.Key, target.Audiences, after, before, most + 1, fromEnd) { Kinds = _kinds });
        var isEnd = found.Count <= most;
        var page = isEnd ? found : [.. fromEnd ? found.Skip(1) : found.SkipLast(1)];
        if (_remarks.IsEmpty)
            return new Found([.. page.Select(what => (what, false))], isEnd);
        var (from, to) = isEnd || page.Count == 0 ? (after, before) : fromEnd ? (new Sequence(page[0].Sequence.Number - 1), before) : (after, page[^1].Sequence.Next);
        return new Found(WithRemarks(page, from, to, most, fromEnd), isEnd);
    }

    /// <summary>
    /// What belongs to a message of the page stands beside it. What was said of others in the time of the page has its own place: who fills a gap
    /// has those messages already.
    /// </summary>
    private List<(Recorded What, bool IsContext)> WithRemarks(IReadOnlyList<Recorded> page, Sequence after, Sequence before, int most, bool fromEnd)
    {
        Domain.Data.ValueList<Sequence> messages = [.. page.Select(what => what.Sequence)];
        var query = new HistoryQuery(target.Key, target.Audiences, after, before, most, fromEnd) { Kinds = _remarks };
        var beside = history.About(messages, query with { Most = Limits.RemarksOfMessage });
        var apart = history.Said(query with { Known = messages });
        var all = new List<(Recorded, bool)>();
        foreach (var what in page.Concat(apart).OrderBy(what => what.Sequence))
        {
            all.Add((what, false));
            all.AddRange(beside[what.Sequence].Select(remark => (remark, true)));
        }
        return all;
    }
}
