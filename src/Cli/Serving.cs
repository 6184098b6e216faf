namespace ChatRoom.Cli;

/// <summary>Runs the server.</summary>
internal static class Serving
{
    public static async Task<int> Run(ServeOptions options, CancellationToken cancel)
    {
        await Console.Error.WriteLineAsync("chatroom: the server is not linked into this build");
        return ExitCode.Failure;
    }
}
