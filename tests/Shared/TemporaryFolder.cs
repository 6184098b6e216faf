namespace ChatRoom.Testing;

/// <summary>A folder of its own for a test, removed behind it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("chatroom-test-").FullName;

    public string this[string name] => File(name);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
