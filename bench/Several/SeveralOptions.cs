namespace ChatRoom.Bench.Several;

/// <summary>How the servers are to be troubled.</summary>
/// <param name="Time">For how long.</param>
/// <param name="Seed">What every random choice comes from.</param>
/// <param name="Servers">How many share the journal.</param>
/// <param name="Talkers">People on each.</param>
public sealed record SeveralOptions(TimeSpan Time, int Seed, int Servers, int Talkers);
