namespace ChatRoom.Bench.Several;

/// <summary>How the servers are to be troubled.</summary>
/// <param name="Time">For how long.</param>
/// <param name="Seed">What every random choice comes from.</param>
/// <param name="Servers">How many share the journal.</param>
/// <param name="Talkers">People on each.</param>
public sealed record SeveralOptions(TimeSpan Time, int Seed, int Servers, int Talkers)
{
    /// <summary>It ends earlier when so many were made.</summary>
    public int MostFaults { get; init; } = int.MaxValue;

    /// <summary>What takes over when the primary is gone for good.</summary>
    public StandbyKind Standby { get; init; }

    /// <summary>Servers in networks of their own, which are cut; needs root and `ip`.</summary>
    public bool HasNetworks { get; init; }

    /// <summary>How long a server is stopped at most.</summary>
    public TimeSpan LongestStop { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>A second PostgreSQL, if there is one, and whether commits wait for it.</summary>
public enum StandbyKind
{
    None,
    Sync,
    Async,
}
