using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatRoom.Server;

/// <summary>Bits that nobody can guess, from the system: for salts and secrets.</summary>
public static class RandomBits
{
    public static UInt128 Next()
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        return BinaryPrimitives.ReadUInt128BigEndian(bits);
    }
}
