using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Makes the world of a moment again. The rules are a pure function of the events, so this is the very world that was.</summary>
public static class Replay
{
    /// <summary>The world right after a message, or at the end of a moment; or why there is none.</summary>
    public static Result<WorldReport, string> At(string folder, string place)
    {
        var path = ReadOnlyJournal.FileIn(folder);
        using var journal = ReadOnlyJournal.Open(path);
        try
        {
            return Place(journal, place).Bind(last => Existing(journal, place, last))
                .Map(last => WorldReport.Of(WorldAt(journal, folder, last), journal.Epochs));
        }
        catch (DatabaseException failed)
        {
            throw ReadOnlyJournal.Explain(path, failed);
        }
        catch (InvalidOperationException impossible)
        {
            throw new DataFolderException($"{path} is damaged: {impossible.Message} chatroom verify names the place", impossible);
        }
    }

    private static Result<Sequence, string> Existing(ReadOnlyJournal journal, string place, Sequence last)
    {
        if (journal.Last.Number == 0)
            return "nothing has happened yet";
        if (last.Number < 1)
            return $"nothing had happened at {place}: the first event is of {TimestampText.Format(journal.First)}";
        if (last.CompareTo(journal.Last) > 0)
            return $"there is no event {place}: the last one is {MessageIds.Format(journal.Epochs, journal.Last)}";
        return last;
    }

    private static Result<Sequence, string> Place(ReadOnlyJournal journal, string place)
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
    private static World WorldAt(ReadOnlyJournal journal, string folder, Sequence last)
    {
        var start = new SnapshotFile(ReadOnlyJournal.SnapshotIn(folder)).TryLoad(journal.Epochs, last).World;
        return Recovery.Replay(journal.History, Recovery.Start(journal.History, start, last), last);
    }
}
