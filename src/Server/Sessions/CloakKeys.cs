using System.Buffers.Binary;
using System.Security.Cryptography;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Sessions;

/// <summary>New keys for cloaks. A journal keeps the first that a server brings.</summary>
public static class CloakKeys
{
    public static CloakKey New()
    {
        Span<byte> bytes = stackalloc byte[32];
        RandomNumberGenerator.Fill(bytes);
        return new CloakKey(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
    }
}
