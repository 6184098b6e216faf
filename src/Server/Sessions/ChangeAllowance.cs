namespace ChatRoom.Server.Sessions;

/// <summary>How often a connection may change its metadata: a burst, then one now and then. Beyond that it is told how long to wait.</summary>
public struct ChangeAllowance(TimeProvider clock)
{
    private double _left = Limits.MetadataBurst;
    private long _filled = clock.GetTimestamp();

    /// <summary>Takes one, and says how many seconds to wait if there was none.</summary>
    public int Take()
    {
        var now = clock.GetTimestamp();
        _left = Math.Min(Limits.MetadataBurst, _left + (clock.GetElapsedTime(_filled, now).TotalSeconds / Limits.MetadataEvery));
        _filled = now;
        if (_left < 1)
            return (int)Math.Ceiling((1 - _left) * Limits.MetadataEvery);
        _left--;
        return 0;
    }
}
