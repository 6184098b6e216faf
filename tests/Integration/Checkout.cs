namespace ChatRoom.Integration.Tests;

/// <summary>The tree that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Path(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Root, .. names]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ChatRoom.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("ChatRoom.sln is in no folder above the tests.");
    }
}
