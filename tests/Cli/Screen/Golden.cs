using ChatRoom.Cli.Screen;

namespace ChatRoom.Cli.Tests;

/// <summary>
/// A picture of the screen is compared with the one that somebody looked at, in a file next to the tests. After a change on purpose,
/// CHATROOM_GOLDEN=renew writes them anew, and the difference is there to be looked at.
/// </summary>
public static class Golden
{
    private static readonly bool Renews = Environment.GetEnvironmentVariable("CHATROOM_GOLDEN") == "renew";

    /// <param name="folder">From the folder of these tests.</param>
    public static void Check(Frame frame, string folder, string name)
    {
        Assert.All(frame.Rows, row => Assert.Equal(frame.Size.Columns, row.Sum(run => run.Width)));
        Assert.Equal(frame.Size.Rows, frame.Rows.Count);
        var path = Path.Combine(Root(), "tests", "Cli", folder, $"{name}.txt");
        var text = frame.ToText() + "\n";
        if (Renews)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.True(File.Exists(path), $"{path} is not there; CHATROOM_GOLDEN=renew writes it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatRoom.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("ChatRoom.sln is in no folder above the tests.");
    }
}
