using System.Buffers.Binary;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Codec;

/// <summary>How the certificates of an account lie in a fact: the fingerprint of each, and since when it is known.</summary>
internal static class CertificateBytes
{
    private const int Each = 32 + sizeof(long);

    public static byte[] Write(ValueList<KnownCertificate> known)
    {
        var bytes = new byte[known.Count * Each];
        for (var i = 0; i < known.Count; i++)
        {
            var to = bytes.AsSpan(i * Each);
            BinaryPrimitives.WriteUInt128BigEndian(to, known[i].Print.High);
            BinaryPrimitives.WriteUInt128BigEndian(to[16..], known[i].Print.Low);
            BinaryPrimitives.WriteInt64BigEndian(to[32..], known[i].Since.Milliseconds);
        }
        return bytes;
    }

    /// <summary>Null for what are none.</summary>
    public static ValueList<KnownCertificate>? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes.Length % Each != 0)
            return null;
        var known = new KnownCertificate[bytes.Length / Each];
        for (var i = 0; i < known.Length; i++)
        {
            var from = bytes[(i * Each)..];
            known[i] = new KnownCertificate(
                new CertificatePrint(BinaryPrimitives.ReadUInt128BigEndian(from), BinaryPrimitives.ReadUInt128BigEndian(from[16..])),
                new Timestamp(BinaryPrimitives.ReadInt64BigEndian(from[32..])));
        }
        return [.. known];
    }
}
