using ChatRoom.Cli.Config;

namespace ChatRoom.Cli.Tests.Config;

/// <summary>A file of settings, and an environment, that a test writes.</summary>
internal sealed class SettingsFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatroom-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "chat.toml");

    public Dictionary<string, string> Environment { get; } = [];

    public Dictionary<ConfigKey, IReadOnlyList<string>> Flags { get; } = [];

    public string Beside(string name) => System.IO.Path.Combine(Folder, name);

    public void Write(string text) => File.WriteAllText(Path, text);

    public ConfigSources Sources => new(Flags, name => Environment.GetValueOrDefault(name), [.. Environment.Keys], Path);

    public Configuration Right()
    {
        var read = Configuration.Read(Sources, out var wrong);
        Assert.Empty(wrong);
        return read!;
    }

    /// <summary>What is wrong, without the folder that a test happens to have.</summary>
    public IReadOnlyList<string> Wrong()
    {
        Assert.Null(Configuration.Read(Sources, out var wrong));
        return [.. wrong.Select(line => line.Replace(Folder + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
