using System.Text;

namespace ChatRoom.Tui.Settings;

/// <summary>Files that are read and replaced as a whole. What went wrong is told in words; it is never a reason not to start.</summary>
public static class WholeFile
{
    /// <summary>A settings file of a person has a few hundred bytes; what is larger is something else.</summary>
    private const int Largest = 1024 * 1024;

    /// <summary>Null for a file that is not there; that is how it begins.</summary>
    public static string? Read(string path, out string? wrong)
    {
        wrong = null;
        try
        {
            if (!File.Exists(path))
                return null;
            if (new FileInfo(path).Length <= Largest)
                return File.ReadAllText(path);
            wrong = $"'{path}' is larger than {Largest / 1024} KB and is not read";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            wrong = $"cannot read '{path}': {fault.Message}";
        }
        return null;
    }

    /// <summary>Written beside and moved, so that a crash leaves the old file or the new one; only the owner may read it.</summary>
    /// <returns>What went wrong; null if nothing.</returns>
    public static string? Write(string path, string text)
    {
        try
        {
            // A link to somewhere else, as people who keep their settings in a repository have, stays one.
            var real = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
            var beside = $"{real}.{Environment.ProcessId}.new";
            Directory.CreateDirectory(Path.GetDirectoryName(real)!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(beside, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, real, overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"cannot write '{path}': {fault.Message}";
        }
    }
}
