using System.Net;

namespace ChatRoom.Bench.Driver;

/// <summary>A whole server that somebody can connect to, stop, take away and start again: a process, or later a container.</summary>
public interface IServerUnderTest : IAsyncDisposable
{
    /// <summary>Where it listens. It can change with <see cref="Start"/>.</summary>
    IPEndPoint EndPoint { get; }

    /// <summary>Starts it, on what an earlier run left behind. Ends when it listens.</summary>
    Task Start();

    /// <summary>Asks it to stop, as an operator or an orchestrator does. Yields its exit code.</summary>
    Task<int> Stop();

    /// <summary>Takes it away without a word: `kill -9`.</summary>
    Task Kill();
}
