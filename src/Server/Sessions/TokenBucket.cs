using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// The rate limit of a connection: how fast it may send commands, a burst at once, then a steady rate. Too fast is slowed down, never
/// thrown out, and nothing of it is lost.
/// </summary>
public struct TokenBucket(TimeProvider clock, LiveSettings first)
{
    private double _tokens = first.FloodBurst;
    private long _filled = clock.GetTimestamp();

    /// <summary>Takes one token, and says how long to wait if there was none.</summary>
    public TimeSpan Take(LiveSettings now)
    {
        var at = clock.GetTimestamp();
        _tokens = Math.Min(now.FloodBurst, _tokens + (clock.GetElapsedTime(_filled, at).TotalSeconds * now.FloodRate));
        _filled = at;
        _tokens--;
        return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / now.FloodRate);
    }
}
