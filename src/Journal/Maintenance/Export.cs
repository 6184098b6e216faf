using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Writes events as lines of JSON, a page at a time: however long the journal and however slow the reader, memory stays as it
/// is and no transaction waits.
/// </summary>
public static class Export
{
    /// <summary>A multiline message may have some tens of KB, so a page stays in the megabytes.</summary>
    private const int Page = 500;

    /// <summary>Up to the end that the journal has now: what is said meanwhile is for the next export.</summary>
    public static void Write(JournalPlace place, ExportQuery query, Stream output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        using var journal = place.Open();
        try
        {
            Write(journal, query, output, cancel);
        }
        catch (Exception failed) when (journal.Explain(failed) is { } explained)
        {
            throw explained;
        }
        catch (UnreadableEventException unreadable)
        {
            throw new DataFolderException($"{journal.Name} can't be exported: {unreadable.Message}; what came before it was", unreadable);
        }
    }

    /// <summary>What an account did, and what was said to it alone; false if nobody was ever called that.</summary>
    public static bool OfAccount(JournalPlace place, string name, Stream output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        using var journal = place.Open();
        try
        {
            if (!AccountName.Parse(name).TryGet(out var called, out _) || !AccountWords.Find(journal.History, called).TryGet(out var account))
                return false;
            Write(journal, new ExportQuery(Option<RoomName>.None, Option<AccountName>.None, Option<Timestamp>.None, Option<Timestamp>.None) { Of = account }, output, cancel);
            return true;
        }
        catch (Exception failed) when (journal.Explain(failed) is { } explained)
        {
            throw explained;
        }
    }

    private static void Write(KeptJournal journal, ExportQuery query, Stream output, CancellationToken cancel)
    {
        using var json = new EventJson(output, journal.Epochs);
        var after = query.Since.TryGet(out var since) ? new Sequence(journal.History.At(since).Number - 1) : default;
        while (after.CompareTo(journal.Last) < 0)
        {
            cancel.ThrowIfCancellationRequested();
            var page = journal.History.Read(after, (int)Math.Min(Page, journal.Last.Number - after.Number));
            if (page.Count == 0)
                return;
            foreach (var recorded in page)
            {
                if (query.Until.Exists(until => recorded.At.CompareTo(until) >= 0))
                    return;
                if (query.Fits(recorded.Event))
                    json.Write(recorded);
            }
            after = page[^1].Sequence;
        }
    }
}
