using System.Runtime.InteropServices;

namespace ChatRoom.Journal.Tests;

/// <summary>Tests that replace handles of this process run when no other test opens or closes any.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OwnHandles
{
    public const string Name = "handles of this process";
}

/// <summary>
/// Makes every open handle of a file in this process one that can't be written, so that its owner meets a real I/O error. As long as
/// this lives; code that met it has to open the file anew. On Linux.
/// </summary>
internal sealed partial class BrokenFile : IDisposable
{
    private readonly List<(int Handle, int Kept)> _broken = [];

    public BrokenFile(string path)
    {
        using var nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Read);
        foreach (var link in Directory.GetFiles("/proc/self/fd"))
        {
            if (new FileInfo(link).LinkTarget != path)
                continue;
            var handle = int.Parse(Path.GetFileName(link), System.Globalization.CultureInfo.InvariantCulture);
            _broken.Add((handle, Done(Duplicate(handle))));
            Done(Replace((int)nothing.DangerousGetHandle(), handle));
        }
        Assert.NotEmpty(_broken);
    }

    public void Dispose()
    {
        foreach (var (handle, kept) in _broken)
        {
            Done(Replace(kept, handle));
            Done(Close(kept));
        }
    }

    private static int Done(int result)
    {
        Assert.True(result >= 0, "a handle can't be replaced");
        return result;
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int handle);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Replace(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
