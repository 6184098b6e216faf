namespace ChatRoom.Client.Tests;

public class PurityTests
{
    /// <summary>Time, chance and ids come in with messages. No analyzer holds that here: the shell lives in the same project.</summary>
    [Fact]
    public void The_model_has_no_clock_no_chance_and_no_io()
    {
        string[] banned =
        [
            "TimeProvider", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Environment.", "Random",
            "Guid.New", "Task", "async ", "Thread", "Stopwatch", "Console", "System.IO", "System.Net", "lock (",
        ];
        string[] folders = ["Protocol", "Chat", "Text"];
        var files = folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository(), "src", "Client", folder), "*.cs"))
            .Concat(Directory.GetFiles(Path.Combine(Repository(), "src", "Client", "Connection"), "Link*.cs").Where(file => !Path.GetFileName(file).StartsWith("Link.", StringComparison.Ordinal)))
            .ToList();
        Assert.NotEmpty(files);

        var found = from file in files
                    from line in File.ReadLines(file)
                    where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    from word in banned
                    where line.Contains(word, StringComparison.Ordinal)
                    select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Empty(found);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChatRoom.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        return folder.FullName;
    }
}
