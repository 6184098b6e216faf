using System.Globalization;

namespace ChatRoom.Journal.Folder;

/// <summary>
/// Where a server keeps what it must not lose. The server that holds one of these is the only one there: a lock goes with
/// it, which the system takes away when the process dies, however it dies.
/// </summary>
public sealed class DataFolder : IDisposable
{
    // EWOULDBLOCK of Linux and of macOS, and sharing and lock violation of Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    public string Path { get; }

    public string JournalFile => System.IO.Path.Combine(Path, "journal.db");

    /// <summary>The index of words, made from the journal and made again where it is missing.</summary>
    public string SearchFile => System.IO.Path.Combine(Path, "search.db");

    public string SnapshotFile => System.IO.Path.Combine(Path, "snapshot");

    /// <summary>Where the platform keeps such data, unless CHATROOM_DATA says otherwise.</summary>
    public static string Default()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        var chosen = Environment.GetEnvironmentVariable("CHATROOM_DATA");
        if (!string.IsNullOrEmpty(chosen))
            return chosen;
        if (OperatingSystem.IsWindows())
            return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "chatroom");
        if (OperatingSystem.IsMacOS())
            return System.IO.Path.Combine(home, "Library", "Application Support", "chatroom");
        var xdg = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        // The XDG specification: a path that is not absolute is to be ignored.
        return System.IO.Path.IsPathRooted(xdg)
            ? System.IO.Path.Combine(xdg, "chatroom")
            : System.IO.Path.Combine(home, ".local", "share", "chatroom");
    }

    public static DataFolder Open(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new DataFolderException("the data folder has no name; choose one");
        var full = System.IO.Path.GetFullPath(path);
        Create(full);
        var held = Lock(full);
        try
        {
            // A file of its own, because nobody else can read the one that is locked.
            File.WriteAllText(PidFile(full), $"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}\n");
            return new DataFolder(full, held);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw NotWritable(full, failed);
        }
    }

    public void Dispose()
    {
        // The lock's file stays: removing it could take it from under a server that is just opening it.
        _lock.Dispose();
    }

    private static void Create(string path)
    {
        if (File.Exists(path))
            throw new DataFolderException($"{path} is a file, not a folder; choose another data folder");
        try
        {
            if (Directory.Exists(path))
                return;
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"the data folder {path} can't be created ({failed.Message}); choose another one", failed);
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(
                System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException held) when (Array.IndexOf(Held, held.HResult) >= 0)
        {
            throw new DataFolderException(
                $"the data folder {path} is in use by another server{Holder(path)}; stop that one, or choose another data folder", held);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, failed);
        }
    }

    private static string Holder(string path)
    {
        try
        {
            return $" (process {File.ReadAllText(PidFile(path)).Trim()})";
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            // It has not written its number yet; that it holds the lock is known without it.
            return "";
        }
    }

    private static string PidFile(string path) => System.IO.Path.Combine(path, "lock.pid");

    private static DataFolderException NotWritable(string path, Exception failed) =>
        new($"the data folder {path} is not writable ({failed.Message}); change its owner or rights, or choose another one", failed);
}

/// <summary>The data folder can't be used. The message is one line that says why and what to do.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
