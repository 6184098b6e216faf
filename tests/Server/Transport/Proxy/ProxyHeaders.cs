using System.Buffers.Binary;
using System.Net;
using System.Numerics;

namespace ChatRoom.Server.Tests.Transport.Proxy;

/// <summary>Headers of version 2 as a proxy writes them.</summary>
internal static class ProxyHeaders
{
    public static readonly byte[] Signature = "\r\n\r\n\0\r\nQUIT\n"u8.ToArray();

    public static byte[] V2(byte command, byte family, params byte[] rest)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)rest.Length);
        return [.. Signature, command, family, .. length, .. rest];
    }

    public static byte[] Tcp4(params byte[] extras) => V2(0x21, 0x11, [192, 0, 2, 7, 10, 0, 0, 1, 0x12, 0x34, 0x1A, 0x0B, .. extras]);

    public static byte[] Tcp6(string client) =>
        V2(0x21, 0x21, [.. IPAddress.Parse(client).GetAddressBytes(), .. IPAddress.IPv6Loopback.GetAddressBytes(), 0x12, 0x34, 0x1A, 0x0B]);

    /// <summary>With its checksum behind the addresses, or one that is off by so much.</summary>
    public static byte[] Tcp4WithChecksum(uint off = 0)
    {
        var header = Tcp4(0x03, 0, 4, 0, 0, 0, 0, 0x04, 0, 0);
        var sum = header.Aggregate(uint.MaxValue, BitOperations.Crc32C);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(31), ~sum + off);
        return header;
    }
}
