namespace ChatRoom.Testing;

/// <summary>A folder of its own for a test, removed behind it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Less than that in memory is left to others.</summary>
    private const long Plenty = 1L << 30;

    /// <param name="isQuick">Nobody needs it when the machine has stopped: it may be in memory, where a sync costs nothing.</param>
    public TemporaryFolder(bool isQuick = false) => Path = isQuick ? CreateQuick("chatroom-test-") : Directory.CreateTempSubdirectory("chatroom-test-").FullName;

    public string Path { get; }

    /// <summary>A folder in memory where there is room, else where others are.</summary>
    public static string CreateQuick(string prefix)
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > Plenty
            ? Directory.CreateDirectory(System.IO.Path.Combine(memory, $"{prefix}{Guid.NewGuid():N}")).FullName
            : Directory.CreateTempSubdirectory(prefix).FullName;
    }

    public string this[string name] => File(name);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
