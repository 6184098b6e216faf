using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Snapshots;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Makes the world of a moment again. The rules are a pure function of the events, so this is the very world that was.</summary>
public static class Replay
{
    /// <summary>The world right after a message, or at the end of a moment; or why there is none.</summary>
    public static Result<WorldReport, string> At(JournalPlace source, string place)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var journal = source.Open();
        try
        {
            return Place(journal, place).Bind(last => Existing(journal, place, last))
                .Map(last => WorldReport.Of(WorldAt(journal, last), journal.Epochs));
        }
        catch (Exception failed) when (journal.Explain(failed) is { } explained)
        {
            throw explained;
        }
        catch (InvalidOperationException impossible)
        {
            throw new DataFolderException($"{journal.Name} is damaged: {impossible.Message} chatroom verify names the place", impossible);
        }
    }

    private static Result<Sequence, string> Existing(KeptJournal journal, string place, Sequence last)
    {
        if (journal.Last.Number == 0)
            return "nothing has happened yet";
        if (last.Number < 1)
            return $"nothing had happened at {place}: the first event is of {TimestampText.Format(journal.First)}";
        if (last.CompareTo(journal.Last) > 0)
            return $"there is no event {place}: the last one is {MessageIds.Format(journal.Epochs, journal.Last)}";
        return last;
    }

    private static Result<Sequence, string> Place(KeptJournal journal, string place)
    {
        var message = MessageIds.Parse(journal.Epochs, place);
        if (message.TryGet(out var sequence))
            return sequence;
        if (!TimestampText.Parse(place).TryGet(out var moment))
            return $"--at '{place}' is no message of this journal, whose ids begin with {journal.Epochs.Latest}-, and no time: write {TimestampText.Example}";
        // What happens from now on is behind the end that we saw.
        var behind = journal.History.At(new Timestamp(moment.Milliseconds + 1));
        return new Sequence(Math.Min(behind.Number - 1, journal.Last.Number));
    }

    /// <summary>From the snapshot if it is of an earlier event, else from the beginning.</summary>
    private static World WorldAt(KeptJournal journal, Sequence last)
    {
        var start = journal.Snapshot(last).World;
        return Recovery.Replay(journal.History, Recovery.Start(journal.History, start, last), last);
    }
}
