namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>A client that shows lines on its stdout and takes them on its stdin, each in words of its own.</summary>
/// <param name="program">It, started.</param>
/// <param name="words">What it wants to be typed for a line that is said in #lobby.</param>
internal sealed class TypedClient(RunningProgram program, Func<string, string> words) : IRealClient
{
    public LineFeed Shown => program.Output;

    public Task Type(string line) => program.Type($"{words(line)}\n");

    public Task<int> Exit() => program.Exit();

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
