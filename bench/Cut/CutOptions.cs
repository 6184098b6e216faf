namespace ChatRoom.Bench.Cut;

/// <summary>How connections are to be cut.</summary>
/// <param name="Rounds">How often both talk and are cut.</param>
/// <param name="Seed">What every random choice comes from.</param>
/// <param name="Lines">The most that each of them says in a round.</param>
/// <param name="Patience">A round that is not calm by then has gone wrong: a client waits for something that never comes.</param>
public sealed record CutOptions(int Rounds, int Seed, int Lines, TimeSpan Patience);
