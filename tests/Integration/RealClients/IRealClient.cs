namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>A client that people use and that knows nothing of us: it logs in by itself, enters #lobby, and does what is typed there.</summary>
internal interface IRealClient : IAsyncDisposable
{
    /// <summary>What it shows, in the pieces in which it comes.</summary>
    LineFeed Shown { get; }

    /// <summary>A line that somebody types in #lobby: speech, or one of its commands.</summary>
    Task Type(string line);
}
