using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Makes a data folder from a backup. The journal gets a new epoch: what is said from now on must not have the ids of what
/// was said after the backup was taken, which clients may remember.
/// </summary>
public static class Restoration
{
    /// <summary>What an earlier try that was cut off leaves, besides the file in the making.</summary>
    private static readonly string[] Leftovers = ["lock", "lock.pid"];

    /// <summary>Yields what is in the backup. If that is not sound, nothing was made.</summary>
    public static VerifyReport Run(string backup, string folder, CancellationToken cancel)
    {
        var target = ReadOnlyJournal.FileIn(Path.GetFullPath(folder));
        var unfinished = new UnfinishedFile($"{target}.new");
        Check(folder, unfinished);
        var findings = Verification.Of(JournalPlace.InFile(backup), cancel);
        if (findings.Wrong.IsSome)
            return findings;
        using var held = DataFolder.Open(folder);
        Check(folder, unfinished);
        try
        {
            unfinished.Begin();
            var epoch = Fill(unfinished, backup, cancel);
            unfinished.Finish(target, replace: false);
            return findings with { Epoch = epoch };
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{folder} can't be written ({failed.Message}); choose another data folder", failed);
        }
        finally
        {
            unfinished.Discard();
        }
    }

    /// <summary>To wherever there is no journal yet, row by row and compared.</summary>
    public static VerifyReport Run(string backup, JournalPlace place, CopyProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        using var source = ReadOnlyJournal.Open(backup);
        using var target = place.Target();
        var copy = new JournalCopy(source, target, progress);
        try
        {
            if (copy.TryRun(Epochs.NewName(), cancel))
                target.Keep(copy.World);
            return copy.Report;
        }
        catch (Exception failed) when ((source.Explain(failed) ?? target.Explain(failed)) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>An earlier history is never replaced or mixed with another one.</summary>
    private static void Check(string folder, UnfinishedFile unfinished)
    {
        if (File.Exists(folder))
            throw new DataFolderException($"{folder} is a file, not a folder; choose another data folder");
        if (!Directory.Exists(folder))
            return;
        var there = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName);
        var begun = Path.GetFileName(unfinished.Path);
        if (there.FirstOrDefault(name => !Leftovers.Contains(name) && name?.StartsWith(begun, StringComparison.Ordinal) != true) is { } found)
            throw new DataFolderException($"the folder {folder} is not empty (it has {found}); restore into a new one with --data");
    }

    private static string Fill(UnfinishedFile unfinished, string backup, CancellationToken cancel)
    {
        try
        {
            // Not copied as a file: a backup that was made by hand may have a part of itself in a log beside it.
            using (var journal = ReadOnlyJournal.Open(backup))
                journal.CopyTo(unfinished.Path, cancel);
            var epoch = Epochs.NewName();
            using var database = JournalFile.Connect(unfinished.Path);
            database.Execute($"REPLACE INTO epochs SELECT coalesce(max(seq), 0) + 1, '{epoch}' FROM events");
            return epoch;
        }
        catch (DatabaseException failed)
        {
            throw ReadOnlyJournal.Explain(unfinished.Path, failed);
        }
    }
}
