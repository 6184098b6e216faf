using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatRoom.Domain.Names;

/// <summary>
/// What others are shown instead of an address: "home.street.town.ip", where each word stands for a network that holds the one before it. Who knows
/// the key can compute it, and nobody can compute the address from it; it is the same each time and on every server of a journal, so that a ban
/// meets one connection's address (*!*@home.street.town.ip) or everybody of its network (*!*@*.town.ip).
/// </summary>
public static class Cloak
{
    private const string End = "ip";

    /// <summary>Letters and digits that nobody takes for one another.</summary>
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int WordLetters = 8;

    /// <summary>Of an IPv4 address itself and of the networks around it that one provider uses. An IPv6 address is its household, a /64.</summary>
    private static readonly int[] Widths4 = [32, 24, 16];

    private static readonly int[] Widths6 = [64, 48, 32];

    public static string Of(NetworkAddress address, CloakKey key) => string.Join('.', Widths(address).Select(width => Word(address, width, key)).Append(End));

    /// <summary>As a mask of hosts: everybody of the network that so many bits of the address name. Null for a width that cloaks don't show.</summary>
    public static string? OfNetwork(NetworkAddress address, int width, CloakKey key)
    {
        var widths = Widths(address);
        var index = Array.IndexOf(widths, width);
        if (index < 0)
            return null;
        var words = string.Join('.', widths[index..].Select(one => Word(address, one, key)).Append(End));
        return index == 0 ? words : $"*.{words}";
    }

    private static int[] Widths(NetworkAddress address) => IsVersion4(address) ? Widths4 : Widths6;

    private static bool IsVersion4(NetworkAddress address) => address.Bits >> 32 == 0xFFFF;

    private static string Word(NetworkAddress address, int width, CloakKey key)
    {
        Span<byte> message = stackalloc byte[17];
        var kept = IsVersion4(address) ? width + 96 : width;
        BinaryPrimitives.WriteUInt128BigEndian(message, kept == 128 ? address.Bits : address.Bits & ~(UInt128.MaxValue >> kept));
        message[16] = (byte)kept;
        Span<byte> secret = stackalloc byte[32];
        BinaryPrimitives.WriteUInt128BigEndian(secret, key.High);
        BinaryPrimitives.WriteUInt128BigEndian(secret[16..], key.Low);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message, hash);
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return string.Create(WordLetters, bits, static (word, bits) =>
        {
            for (var i = 0; i < word.Length; i++)
                word[i] = Letters[(int)(bits >> (5 * i)) & 31];
        });
    }
}

/// <summary>With what a journal's servers make cloaks: 256 random bits, made once and told to nobody.</summary>
public readonly record struct CloakKey(UInt128 High, UInt128 Low)
{
    /// <summary>Without what must not be read in a log.</summary>
    public override string ToString() => nameof(CloakKey);
}
