namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>What a terminal and the system tell about it.</summary>
public abstract record TerminalNews
{
    private TerminalNews()
    {
    }

    public sealed record Typed(ReadOnlyMemory<byte> Bytes) : TerminalNews;

    public sealed record Resized : TerminalNews;

    /// <summary>The process is about to stop (SIGTSTP); it does so when this was heard.</summary>
    public sealed record Stopping : TerminalNews;

    /// <summary>It goes on (SIGCONT), and whatever ran meanwhile may have changed the terminal.</summary>
    public sealed record Resumed : TerminalNews;

    /// <summary>The process is about to end, or to be asked to (SIGTERM, SIGINT, SIGQUIT).</summary>
    public sealed record Ending : TerminalNews;

    public sealed record Gone : TerminalNews;

    public T Match<T>(
        Func<Typed, T> typed,
        Func<Resized, T> resized,
        Func<Stopping, T> stopping,
        Func<Resumed, T> resumed,
        Func<Ending, T> ending,
        Func<Gone, T> gone) => this switch
        {
            Typed n => typed(n),
            Resized n => resized(n),
            Stopping n => stopping(n),
            Resumed n => resumed(n),
            Ending n => ending(n),
            Gone n => gone(n),
            _ => throw new InvalidOperationException($"unknown news {GetType().Name}"),
        };
}
