using System.Diagnostics.CodeAnalysis;

namespace ChatRoom.Client.Connection;

/// <summary>
/// The certificates that a person has accepted for servers that nobody vouches for (trust on first use): a file with a line
/// `host:port fingerprint` for each. It is read each time, because other programs of the same person write it too; and replaced as a whole,
/// because half of it would be worse than none.
/// </summary>
public sealed class KnownServers(string path)
{
    /// <summary>Only its owner may know whom they talk with, and only they may decide whom to trust.</summary>
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string File => path;

    /// <summary>The certificate that was accepted for this server, or null. False where the file can't be read: then nothing is known to be right.</summary>
    public bool TryFind(string host, int port, out Fingerprint? pinned, [NotNullWhen(false)] out string? wrong)
    {
        pinned = null;
        if (!TryRead(out var lines, out wrong))
            return false;
        foreach (var (line, number) in lines.Select((line, index) => (line.Trim(), index + 1)))
        {
            if (line.Length == 0 || line[0] == '#' || !IsOf(line, ServerPlace.Of(host, port)))
                continue;
            if (Fingerprint.TryParse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim(), out pinned, out var refusal))
                return true;
            wrong = $"line {number} of '{path}': {refusal}; correct the line or remove it";
            return false;
        }
        return true;
    }

    /// <summary>What is wanted, with the certificate that was accepted for this server where none is named; plain text stays plain text.</summary>
    public bool TryComplete(Encryption? wanted, string host, int port, out Encryption? encryption, [NotNullWhen(false)] out string? wrong)
    {
        (encryption, wrong) = (wanted, null);
        if (wanted is not { Pinned: null })
            return true;
        if (!TryFind(host, port, out var pinned, out wrong))
            return false;
        encryption = wanted with { Pinned = pinned };
        return true;
    }

    /// <summary>From now on this certificate, and no other, is right for the server.</summary>
    public bool TryPin(string host, int port, Fingerprint fingerprint, [NotNullWhen(false)] out string? wrong) =>
        TryReplace(ServerPlace.Of(host, port), [$"{ServerPlace.Of(host, port)} {fingerprint}"], out wrong);

    /// <summary>No certificate is right for the server any more, and the person is asked again.</summary>
    public bool TryForget(string host, int port, [NotNullWhen(false)] out string? wrong) => TryReplace(ServerPlace.Of(host, port), [], out wrong);

    private bool TryReplace(string place, IEnumerable<string> by, [NotNullWhen(false)] out string? wrong)
    {
        if (!TryRead(out var lines, out wrong))
            return false;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            Write(unfinished, lines.Where(line => !IsOf(line.Trim(), place)).Concat(by));
            System.IO.File.Move(unfinished, path, overwrite: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            System.IO.File.Delete(unfinished);
            wrong = $"cannot write '{path}': {fault.Message}";
            return false;
        }
    }

    private static void Write(string unfinished, IEnumerable<string> lines)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OnlyOwner;
        using var file = new FileStream(unfinished, options);
        using (var text = new StreamWriter(file, leaveOpen: true))
        {
            foreach (var line in lines)
                text.Write(line + "\n");
        }
        file.Flush(flushToDisk: true);
    }

    private bool TryRead(out string[] lines, [NotNullWhen(false)] out string? wrong)
    {
        (lines, wrong) = ([], null);
        try
        {
            lines = System.IO.File.ReadAllLines(path);
            return true;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nobody was accepted yet.
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            wrong = $"cannot read '{path}', where the accepted certificates are: {fault.Message}";
            return false;
        }
    }

    private static bool IsOf(string line, string place) =>
        line.StartsWith(place, StringComparison.OrdinalIgnoreCase) && line.Length > place.Length && line[place.Length] == ' ';
}
