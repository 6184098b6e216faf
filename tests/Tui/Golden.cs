using System.Runtime.CompilerServices;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>
/// Pictures of screens as text files beside the tests, in Golden/. Renewed by `CHATROOM_GOLDEN=1 dotnet test tests/Tui`, and then looked at
/// in the diff. The caret is shown as a line below the picture.
/// </summary>
internal static class Golden
{
    public static bool Renew { get; } = Environment.GetEnvironmentVariable("CHATROOM_GOLDEN") == "1";

    public static void Shows(string name, Frame frame, [CallerFilePath] string here = "")
    {
        Assert.All(frame.Rows, row => Assert.Equal(frame.Size.Columns, row.Sum(run => run.Width)));
        Assert.Equal(frame.Size.Rows, frame.Rows.Count);
        var caret = frame.Caret is { } at ? $"{at.X}, {at.Y}" : "none";
        var picture = $"{frame.ToText()}\n-- {frame.Size.Columns}x{frame.Size.Rows}, caret {caret}\n";
        Matches(Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".txt"), picture);
    }

    /// <summary>The same for a picture in colours, as the documents show it.</summary>
    public static void ShowsInDocuments(string name, Frame frame, [CallerFilePath] string here = "") =>
        Matches(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "pictures", name + ".svg"), FrameSvg.Of(frame));

    private static void Matches(string path, string picture)
    {
        if (Renew)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, picture);
        }
        Assert.True(File.Exists(path), $"there is no picture {Path.GetFileName(path)}; make it with CHATROOM_GOLDEN=1, and look at it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), picture);
    }
}
