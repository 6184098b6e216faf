using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Whose words are to be forgotten: those of messages by their ids, or of all events that fit.</summary>
/// <param name="Ids">The ids; where there are some, nothing else counts.</param>
/// <param name="Fits">What fits.</param>
public sealed record ForgetQuery(IReadOnlyList<string> Ids, ExportQuery Fits)
{
    /// <summary>Of one forgetting, which is one event; of more it becomes several.</summary>
    public const int MostRanges = 1000;

    private const int Page = 500;

    /// <summary>The events, in ranges, each of which is small enough for one forgetting; or what is wrong. The server may run.</summary>
    public (IReadOnlyList<Forgetting> What, long Events, string? Wrong) Find(JournalPlace place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        using var journal = place.Open();
        try
        {
            var found = Ids.Count > 0 ? ByIds(journal, out var wrong) : ByQuery(journal, cancel, out wrong);
            var ranges = Ranges(found);
            return wrong is null ? (Chunks(ranges), found.Count, null) : ([], 0, wrong);
        }
        catch (Exception failed) when (journal.Explain(failed) is { } explained)
        {
            throw explained;
        }
        catch (UnreadableEventException unreadable)
        {
            throw new DataFolderException($"{journal.Name} can't be searched: {unreadable.Message}", unreadable);
        }
    }

    private List<Sequence> ByIds(KeptJournal journal, out string? wrong)
    {
        wrong = null;
        var found = new List<Sequence>();
        foreach (var id in Ids)
        {
            if (MessageIds.Parse(journal.Epochs, id).TryGet(out var sequence) && sequence.Number > 0 && sequence.CompareTo(journal.Last) <= 0)
                found.Add(sequence);
            else
                wrong ??= $"'{id}' is no msgid of this journal";
        }
        found.Sort();
        return [.. found.Distinct()];
    }

    private List<Sequence> ByQuery(KeptJournal journal, CancellationToken cancel, out string? wrong)
    {
        wrong = null;
        var found = new List<Sequence>();
        var after = Fits.Since.TryGet(out var since) ? new Sequence(journal.History.At(since).Number - 1) : default;
        while (after.CompareTo(journal.Last) < 0)
        {
            cancel.ThrowIfCancellationRequested();
            var page = journal.History.Read(after, (int)Math.Min(Page, journal.Last.Number - after.Number));
            foreach (var recorded in page)
            {
                if (Fits.Until.Exists(until => recorded.At.CompareTo(until) >= 0))
                    return found;
                if (IsMeant(recorded.Event) && HasWords(recorded.Event))
                    found.Add(recorded.Sequence);
            }
            if (page.Count == 0)
                return found;
            after = page[^1].Sequence;
        }
        return found;
    }

    /// <summary>Of an account its own words, and not what others said to it.</summary>
    private bool IsMeant(Event happened) => Fits.Fits(happened)
        && Fits.Account.ForAll(account => happened is IActed { Who: var who } && who.Account.Exists(named => named.Name.Key == account.Key));

    /// <summary>What was forgotten already is not counted again.</summary>
    private static bool HasWords(Event happened) => EventKinds.Of(happened).Words(happened) != Body.Forgotten;

    private static List<SequenceRange> Ranges(List<Sequence> found)
    {
        var ranges = new List<SequenceRange>();
        foreach (var sequence in found)
        {
            if (ranges.Count > 0 && ranges[^1].Last.Next == sequence)
                ranges[^1] = ranges[^1] with { Last = sequence };
            else
                ranges.Add(new SequenceRange(sequence, sequence));
        }
        return ranges;
    }

    private static List<Forgetting> Chunks(List<SequenceRange> ranges) =>
        [.. ranges.Chunk(MostRanges).Select(chunk => new Forgetting([.. chunk], Option<RoomId>.None))];
}
