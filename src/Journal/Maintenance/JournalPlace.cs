namespace ChatRoom.Journal.Maintenance;

/// <summary>Where a journal is, for somebody who looks into it from outside: beside the servers that write it, and without any.</summary>
public abstract class JournalPlace
{
    /// <summary>For a sentence, with its preposition: "in /srv/chat".</summary>
    public abstract string Where { get; }

    /// <summary>Its folder, file or address.</summary>
    public abstract string Name { get; }

    /// <summary>The journal as it is now. It is read, and nothing is changed or made.</summary>
    public abstract KeptJournal Open();

    /// <summary>The same, and all that is read of it is of one moment, however long that takes.</summary>
    internal virtual KeptJournal OpenAtOneMoment() => Open();

    /// <summary>To move it elsewhere. Refused while a server is there.</summary>
    internal abstract JournalSource Source();

    /// <summary>To make a journal there. Refused where there is one.</summary>
    internal abstract JournalTarget Target();

    /// <summary>A server's data folder, with the journal's file, the index of words and the snapshot.</summary>
    public static JournalPlace InFolder(string folder) => new FolderPlace(folder);

    /// <summary>A file without what lies around it: a backup.</summary>
    public static JournalPlace InFile(string path) => new FilePlace(path);

    private sealed class FolderPlace(string folder) : JournalPlace
    {
        public override string Where => $"in {folder}";

        public override string Name => Path.GetFullPath(folder);

        public override KeptJournal Open() => ReadOnlyJournal.Open(ReadOnlyJournal.FileIn(folder), ReadOnlyJournal.SnapshotIn(folder));

        internal override JournalSource Source() => new FolderSource(folder);

        internal override JournalTarget Target() => new FolderTarget(folder);
    }

    private sealed class FilePlace(string path) : JournalPlace
    {
        public override string Where => $"in {path}";

        public override string Name => path;

        public override KeptJournal Open() => ReadOnlyJournal.Open(path);

        internal override JournalSource Source() => throw new InvalidOperationException("A backup is not moved.");

        internal override JournalTarget Target() => new FileTarget(path, replace: true);
    }
}
