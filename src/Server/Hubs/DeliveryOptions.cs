namespace ChatRoom.Server.Hubs;

/// <summary>
/// How a connection wants to hear: <paramref name="Variant"/> is a set of bits that only the renderer understands, <paramref name="OwnWords"/> asks
/// for what it said itself, once that is kept.
/// </summary>
public readonly record struct DeliveryOptions(ulong Variant, bool EchoMessage);
