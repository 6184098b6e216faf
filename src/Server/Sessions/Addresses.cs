using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions;

/// <summary>Where a client is, in the form that the rules look at.</summary>
public static class Addresses
{
    /// <summary>Null for what is no address: a stream in memory, or one whose other end is gone already.</summary>
    public static NetworkAddress? Of(string endPoint)
    {
        if (!IPEndPoint.TryParse(endPoint, out var parsed))
            return null;
        return Of(parsed.Address);
    }

    /// <summary>Whether the address lies in that network, of IPv4 or IPv6.</summary>
    public static bool Holds(IPNetwork network, NetworkAddress address)
    {
        var isVersion4 = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
        return AddressRange.Of(Of(network.BaseAddress), isVersion4 ? network.PrefixLength + 96 : network.PrefixLength).Holds(address);
    }

    /// <summary>As people write it.</summary>
    public static string Text(NetworkAddress address) => RangeText.Format(AddressRange.Of(address, 128));

    public static NetworkAddress Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        return new NetworkAddress(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }
}
