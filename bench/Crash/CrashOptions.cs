namespace ChatRoom.Bench.Crash;

/// <summary>How the server is to be killed.</summary>
/// <param name="Rounds">How often.</param>
/// <param name="Seed">What every random choice comes from.</param>
/// <param name="Writers">People who write as fast as they are let, each with a window of its own.</param>
/// <param name="Readers">People who only listen. One of them has no capability at all.</param>
/// <param name="LongestLife">The latest moment of a kill, counted from the moment at which the writers begin.</param>
/// <param name="Patience">After so long no new round begins.</param>
public sealed record CrashOptions(int Rounds, int Seed, int Writers, int Readers, TimeSpan LongestLife, TimeSpan Patience);
