using ChatRoom.Journal.Folder;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// A journal that went elsewhere: its file has another name and says where to, so that no server begins a second history in its folder. The file is whole, and
/// a backup until somebody deletes it.
/// </summary>
internal static class MovedJournal
{
    private static string Name(string path) => $"{path}.moved";

    /// <summary>Everything goes from the log into the file first.</summary>
    public static void Leave(string path, string to)
    {
        using (var database = JournalFile.Connect(path))
        {
            database.Execute($"CREATE TABLE IF NOT EXISTS moved (place TEXT NOT NULL); DELETE FROM moved; INSERT INTO moved VALUES ('{to.Replace("'", "''", StringComparison.Ordinal)}')");
            if (!database.TryTruncateLog())
                throw new DataFolderException($"another program reads {path}, so it can't be marked as moved; don't serve it any more, its journal is at {to}");
        }
        File.Move(path, Name(path), overwrite: true);
        foreach (var rest in (string[])["-wal", "-shm"])
            File.Delete(path + rest);
    }

    /// <summary>Null where no journal went from here.</summary>
    public static DataFolderException? From(string path)
    {
        if (File.Exists(path) || !File.Exists(Name(path)))
            return null;
        using var database = Database.OpenReader(Name(path));
        return new DataFolderException($"the journal of {Path.GetDirectoryName(path)} was moved to {database.Text("SELECT place FROM moved")}; use that one, or choose another data folder");
    }
}
