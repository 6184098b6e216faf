namespace ChatRoom.Server.Hubs;

/// <summary>
/// How a connection wants to hear: <paramref name="Variant"/> numbers the renderings, <paramref name="OwnWords"/> asks
/// for what it said itself, once that is kept.
/// </summary>
public readonly record struct Hearing(byte Variant, bool OwnWords)
{
    /// <summary>How many renderings there can be of one event.</summary>
    public const int Variants = 32;
}
