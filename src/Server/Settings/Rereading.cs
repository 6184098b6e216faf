namespace ChatRoom.Server.Settings;

/// <summary>What came of reading the settings again.</summary>
public abstract record Rereading
{
    private Rereading() { }

    /// <param name="Live">What counts from now on.</param>
    /// <param name="Changed">The keys that changed and count at once.</param>
    /// <param name="NeedRestart">Those that changed and count after the next start only.</param>
    public sealed record Read(LiveSettings Live, IReadOnlyList<string> Changed, IReadOnlyList<string> NeedRestart) : Rereading;

    /// <summary>All stays as it was; <paramref name="Why"/> has a line for each fault.</summary>
    public sealed record Wrong(IReadOnlyList<string> Why) : Rereading;

    /// <summary>In one sentence, for the log and for the operator who asked.</summary>
    public string ToSentence() => this switch
    {
        Wrong wrong => $"The settings are wrong, and those before stay: {string.Join("; ", wrong.Why)}",
        Read { Changed: [], NeedRestart: [] } => "The settings have not changed",
        Read read => string.Join("; ", Parts(read)),
    };

    private static IEnumerable<string> Parts(Read read)
    {
        if (read.Changed.Count > 0)
            yield return $"Changed and in force: {string.Join(", ", read.Changed)}";
        if (read.NeedRestart.Count > 0)
            yield return $"Changed, but not before the next start: {string.Join(", ", read.NeedRestart)}";
    }
}
