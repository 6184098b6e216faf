namespace ChatRoom.Server.Sessions;

/// <summary>
/// How fast one connection may send commands: a burst at once, then a steady rate. Too fast is slowed down, never
/// thrown out, and nothing of it is lost.
/// </summary>
public struct TokenBucket(TimeProvider clock)
{
    private double _tokens = Server.Limits.FloodBurst;
    private long _filled = clock.GetTimestamp();

    /// <summary>Takes one token, and says how long to wait if there was none.</summary>
    public TimeSpan Take()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(Server.Limits.FloodBurst, _tokens + (clock.GetElapsedTime(_filled, now).TotalSeconds * Server.Limits.FloodRate));
        _filled = now;
        _tokens--;
        return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / Server.Limits.FloodRate);
    }
}
