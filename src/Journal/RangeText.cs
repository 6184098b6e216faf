using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>Ranges of addresses as people write them: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32.</summary>
public static class RangeText
{
    public static string Format(AddressRange range)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, range.First.Bits);
        var address = range.IsVersion4 ? new IPAddress(bytes[12..]) : new IPAddress(bytes);
        var isOne = range.Bits == 128;
        return isOne ? $"{address}" : string.Create(CultureInfo.InvariantCulture, $"{address}/{range.Width}");
    }

    /// <summary>Null for what is none. A number alone, or an address with parts left out, is none either.</summary>
    public static AddressRange? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];
        if (!IPAddress.TryParse(host, out var address) || (address.AddressFamily == AddressFamily.InterNetwork && host.Count(letter => letter == '.') != 3) || host.Contains('%', StringComparison.Ordinal))
            return null;
        var (most, before) = address.AddressFamily == AddressFamily.InterNetwork ? (32, 96) : (128, 0);
        var width = most;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out width) || width > most))
            return null;
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        return AddressRange.Of(new NetworkAddress(BinaryPrimitives.ReadUInt128BigEndian(bytes)), width + before);
    }
}
