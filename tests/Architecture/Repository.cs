namespace ChatRoom.Architecture.Tests;

/// <summary>The tree that these tests were built from, without what builds put into it.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static readonly string Root = FindRoot();

    /// <summary>All files of these folders (of the whole tree without one) whose name ends so.</summary>
    public static IReadOnlyList<SourceFile> Files(string ending, params string[] folders)
    {
        var roots = folders.Length == 0 ? [Root] : folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists);
        return [.. roots.SelectMany(Walk)
            .Where(path => path.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(IsOurs).SelectMany(Walk));

    private static bool IsOurs(string folder)
    {
        var name = Path.GetFileName(folder);
        return !NotOurs.Contains(name) && (name[0] != '.' || name is ".ci" or ".github");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatRoom.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("ChatRoom.sln is in no folder above the tests.");
    }
}
