using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Copies the journal of a folder into one file, also while a server runs there (an online backup). Under its name there is
/// always a whole copy that was verified, or what was there before.
/// </summary>
public static class Backup
{
    /// <summary>Yields what is in the copy. If that is not sound, no copy is left and what was there before still is.</summary>
    public static VerifyReport Write(string folder, string target, bool replace, CancellationToken cancel)
    {
        var full = Path.GetFullPath(target);
        // Whatever lies in the data folder is lost together with it, and the server's own files are never to be replaced.
        if (Directory.GetParent(full)?.FullName == Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))
            throw new DataFolderException($"{target} would lie in the data folder itself; choose a place outside, best on another disk");
        Check(full, replace);
        var unfinished = new UnfinishedFile($"{full}.new");
        try
        {
            unfinished.Begin();
            if (Copy(ReadOnlyJournal.FileIn(folder), unfinished, cancel) is { } damaged)
                return damaged;
            var findings = Verification.Of(JournalPlace.InFile(unfinished.Path), cancel);
            if (findings.Wrong.IsNone)
                unfinished.Finish(full, replace);
            return findings;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"the backup {target} can't be written ({failed.Message}); choose another place", failed);
        }
        finally
        {
            unfinished.Discard();
        }
    }

    /// <summary>From wherever the journal is: row by row, of one moment, and compared. What it makes is a file like any other backup.</summary>
    public static VerifyReport Write(JournalPlace place, string target, bool replace, CopyProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        var full = Path.GetFullPath(target);
        Check(full, replace);
        using var source = place.OpenAtOneMoment();
        using var file = new FileTarget(full, replace);
        var copy = new JournalCopy(source, file, progress);
        try
        {
            if (copy.TryRun(Option<string>.None, cancel))
                file.Keep(copy.World);
            return copy.Report;
        }
        catch (Exception failed) when ((source.Explain(failed) ?? file.Explain(failed)) is { } explained)
        {
            throw explained;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"the backup {target} can't be written ({failed.Message}); choose another place", failed);
        }
    }

    private static void Check(string target, bool replace)
    {
        if (Directory.Exists(target))
            throw new DataFolderException($"{target} is a folder; name a file");
        if (Directory.GetParent(target) is not { Exists: true })
            throw new DataFolderException($"there is no folder for {target}; make it first");
        if (!replace && File.Exists(target))
            throw new DataFolderException($"{target} is there already; choose another name, or add --force to replace it");
    }

    /// <summary>Null if it is done. SQLite says of some damage that the disk is full; a walk knows better, and names the place.</summary>
    private static VerifyReport? Copy(string path, UnfinishedFile target, CancellationToken cancel)
    {
        using var journal = ReadOnlyJournal.Open(path);
        try
        {
            journal.CopyTo(target.Path, cancel);
            return null;
        }
        catch (DatabaseException failed)
        {
            var findings = Verification.Of(JournalPlace.InFile(path), cancel);
            return findings.Wrong.IsSome ? findings : throw ReadOnlyJournal.Explain(path, failed);
        }
    }
}
