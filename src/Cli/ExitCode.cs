namespace ChatRoom.Cli;

/// <summary>What the program says to the shell that started it. Scripts depend on these numbers: they never change.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Something that was asked for was not done.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>There is no way to the server, or the connection broke.</summary>
    public const int Unreachable = 3;

    /// <summary>Ctrl+C or SIGTERM: 128 and the number of SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
