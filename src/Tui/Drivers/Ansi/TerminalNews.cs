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
}
