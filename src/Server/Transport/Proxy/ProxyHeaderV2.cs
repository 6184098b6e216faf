using System.Buffers.Binary;
using System.Net;
using System.Numerics;

namespace ChatRoom.Server.Transport.Proxy;

/// <summary>Version 2 of the PROXY protocol, which is binary: a signature, what it is, its length, two addresses, and what else the proxy has to say.</summary>
internal static class ProxyHeaderV2
{
    private const int Fixed = 16;
    private const byte Crc32c = 0x03;

    public static ReadOnlySpan<byte> Signature => [0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A];

    /// <summary>What begins with the signature.</summary>
    public static ProxyRead Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Fixed)
            return new ProxyRead.NeedMore();
        var length = Fixed + BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]);
        if (length > ProxyHeader.MostV2)
            return new ProxyRead.Wrong($"its PROXY header has {length} bytes; {ProxyHeader.MostV2} are the most");
        if (bytes[12] is not (0x20 or 0x21))
            return new ProxyRead.Wrong($"its PROXY header is of a version or command 0x{bytes[12]:X2}, which is neither 0x20 nor 0x21");
        if (bytes.Length < length)
            return new ProxyRead.NeedMore();
        // LOCAL: the proxy looks itself whether we are there. The rest of the header is to be ignored (section 2.2).
        return bytes[12] == 0x20 ? new ProxyRead.Header(null, length) : Read(bytes[13], bytes[..length]);
    }

    private static ProxyRead Read(byte family, ReadOnlySpan<byte> header)
    {
        var size = family switch
        {
            0x11 => 12,
            0x21 => 36,
            0x31 => 216,
            0x00 => -1,
            _ => -2,
        };
        if (size == -2)
            return new ProxyRead.Wrong($"its PROXY header is of the kind 0x{family:X2}, which is no stream over IPv4, IPv6 or a Unix socket");
        // It does not know from where its client comes.
        if (size == -1)
            return new ProxyRead.Header(null, header.Length);
        if (header.Length < Fixed + size)
            return new ProxyRead.Wrong($"its PROXY header has {header.Length - Fixed} bytes for addresses that need {size}");
        if (WrongExtras(header, Fixed + size) is { } why)
            return new ProxyRead.Wrong(why);
        var addresses = header[Fixed..];
        return new ProxyRead.Header(family switch
        {
            0x11 => new IPEndPoint(new IPAddress(addresses[..4]), BinaryPrimitives.ReadUInt16BigEndian(addresses[8..])),
            0x21 => new IPEndPoint(new IPAddress(addresses[..16]), BinaryPrimitives.ReadUInt16BigEndian(addresses[32..])),
            // A path says nothing about where somebody is.
            _ => null,
        }, header.Length);
    }

    /// <summary>Each has a type, a length and a value. They are skipped, but for a checksum, which has to be right if it is there.</summary>
    private static string? WrongExtras(ReadOnlySpan<byte> header, int at)
    {
        while (at < header.Length)
        {
            if (header.Length - at < 3)
                return "its PROXY header ends in the middle of an extra field";
            var (type, length) = (header[at], BinaryPrimitives.ReadUInt16BigEndian(header[(at + 1)..]));
            at += 3;
            if (length > header.Length - at)
                return "its PROXY header has an extra field that is longer than the header";
            if (type == Crc32c && (length != 4 || BinaryPrimitives.ReadUInt32BigEndian(header[at..]) != Checksum(header, at)))
                return "its PROXY header has a wrong checksum";
            at += length;
        }
        return null;
    }

    /// <summary>CRC32c of the whole header, with zeros where the checksum itself stands (section 2.2.3).</summary>
    private static uint Checksum(ReadOnlySpan<byte> header, int place)
    {
        var sum = uint.MaxValue;
        for (var i = 0; i < header.Length; i++)
            sum = BitOperations.Crc32C(sum, i >= place && i < place + 4 ? (byte)0 : header[i]);
        return ~sum;
    }
}
