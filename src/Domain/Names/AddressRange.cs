namespace ChatRoom.Domain.Names;

/// <summary>Addresses that begin with the same bits, of all 128: IPv4 lies in ::ffff:0:0/96. Equal ranges are equal values.</summary>
public readonly record struct AddressRange
{
    private AddressRange(NetworkAddress first, int bits) => (First, Bits) = (first, bits);

    public NetworkAddress First { get; }

    public int Bits { get; }

    public bool IsVersion4 => Bits >= 96 && First.Bits >> 32 == 0xFFFF;

    /// <summary>As people write it: 24 of 203.0.113.0/24.</summary>
    public int Width => IsVersion4 ? Bits - 96 : Bits;

    /// <summary>The range of so many bits that an address is in.</summary>
    public static AddressRange Of(NetworkAddress address, int bits) => new(new NetworkAddress(address.Bits & Kept(bits)), Math.Clamp(bits, 0, 128));

    public bool Holds(NetworkAddress address) => (address.Bits & Kept(Bits)) == First.Bits;

    private static UInt128 Kept(int bits) => bits <= 0 ? 0 : UInt128.MaxValue << (128 - Math.Min(bits, 128));
}
