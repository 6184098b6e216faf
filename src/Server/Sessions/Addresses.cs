using System.Buffers.Binary;
using System.Net;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Sessions;

/// <summary>Where a client is, in the form that the rules look at.</summary>
public static class Addresses
{
    /// <summary>Null for what is no address: a stream in memory, or one whose other end is gone already.</summary>
    public static NetworkAddress? Of(string endPoint)
    {
        if (!IPEndPoint.TryParse(endPoint, out var parsed))
            return null;
        Span<byte> bytes = stackalloc byte[16];
        parsed.Address.MapToIPv6().TryWriteBytes(bytes, out _);
        return new NetworkAddress(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }
}
