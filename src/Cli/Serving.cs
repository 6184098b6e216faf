namespace ChatRoom.Cli;

/// <summary>Runs `chatroom serve`. Ctrl+C and SIGTERM cancel the token; a second one ends the program at once.</summary>
internal static class Serving
{
    public static async Task<int> Run(ServeOptions options, CancellationToken interrupted)
    {
        await Console.Error.WriteLineAsync("chatroom: the server is not linked into this build");
        return ExitCode.Failure;
    }
}
