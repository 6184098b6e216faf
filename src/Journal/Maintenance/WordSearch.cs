using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Search;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Looks for words in all that was kept, for who may read it: by the index where there is one, else from the first event to the last.</summary>
public static class WordSearch
{
    private const int Page = 500;

    /// <summary>The last <paramref name="most"/> that fit everything, in order.</summary>
    public static IReadOnlyList<FoundMessage> Find(JournalPlace place, SearchWords words, ExportQuery fits, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        using var journal = place.Open();
        try
        {
            var found = Fitting(journal, words, fits, most, cancel);
            return [.. found.Select(one => FoundMessage.Of(one, journal.Epochs))];
        }
        catch (Exception failed) when (journal.Explain(failed) is { } explained)
        {
            throw explained;
        }
    }

    private static IEnumerable<Recorded> Fitting(KeptJournal journal, SearchWords words, ExportQuery fits, int most, CancellationToken cancel)
    {
        var after = fits.Since.TryGet(out var since) ? new Sequence(journal.History.At(since).Number - 1) : HistoryQuery.Beginning;
        var before = fits.Until.TryGet(out var until) ? journal.History.At(until) : HistoryQuery.End;
        var query = new SearchQuery([], words, Option<Nick>.None, after, before, Page) { IsEverywhere = true };
        try
        {
            return Indexed(journal.History, query, fits, most, cancel);
        }
        catch (SearchUnavailableException)
        {
            // A backup has no index, and neither has a folder whose server never came that far.
            return Walked(journal, query, fits, most, cancel);
        }
    }

    private static List<Recorded> Indexed(IHistory history, SearchQuery query, ExportQuery fits, int most, CancellationToken cancel)
    {
        var found = new List<Recorded>();
        while (history.Search(query) is [.., var oldest] page && found.Count < most)
        {
            cancel.ThrowIfCancellationRequested();
            found.AddRange(page.Where(one => fits.Fits(one.Event)).Take(most - found.Count));
            query = query with { Before = oldest.Sequence };
        }
        found.Reverse();
        return found;
    }

    private static Queue<Recorded> Walked(KeptJournal journal, SearchQuery query, ExportQuery fits, int most, CancellationToken cancel)
    {
        var found = new Queue<Recorded>();
        var after = query.After;
        while (journal.History.Read(after, Page) is [.., var last] page)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var one in page.Where(one => query.Finds(one) && fits.Fits(one.Event)))
            {
                found.Enqueue(one);
                if (found.Count > most)
                    found.Dequeue();
            }
            after = last.Sequence;
        }
        return found;
    }
}
