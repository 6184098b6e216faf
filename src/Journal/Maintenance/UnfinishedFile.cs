namespace ChatRoom.Journal.Maintenance;

/// <summary>A file in the making, under another name until it is whole and on the disk. Nobody but its owner may read it.</summary>
internal sealed class UnfinishedFile(string path)
{
    // What SQLite puts beside a file while it writes, and what a crash leaves of that.
    private static readonly string[] Companions = ["", "-journal", "-wal", "-shm"];

    public string Path => path;

    /// <summary>Empty, and anew if a crash left one.</summary>
    public void Begin()
    {
        Discard();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    public void Finish(string name, bool replace)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(path, name, replace);
    }

    /// <summary>Nothing happens to a file that is finished: it has its own name.</summary>
    public void Discard()
    {
        foreach (var companion in Companions)
            File.Delete(path + companion);
    }
}
