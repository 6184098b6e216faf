namespace ChatRoom.Domain.Names;

/// <summary>
/// From where a connection came, as 128 bits (IPv4 mapped into IPv6). It travels with a request, for the rules that look
/// at it, and no event keeps it.
/// </summary>
public readonly record struct NetworkAddress(UInt128 Bits);
