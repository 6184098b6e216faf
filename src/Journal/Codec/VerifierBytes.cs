using System.Buffers.Binary;
using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// How a password's verifier lies in a fact: the hash that it is made with, the salt, how often it was hashed, and the two keys of each form.
/// </summary>
internal static class VerifierBytes
{
    /// <summary>SCRAM-SHA-256, the only one yet.</summary>
    private const byte Sha256 = 1;

    private const int Head = 1 + 16 + sizeof(int);
    private const int Key = 32;

    public static byte[] Write(Verifier verifier)
    {
        var bytes = new byte[Head + (verifier.Forms.Count * 2 * Key)];
        bytes[0] = Sha256;
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(1), verifier.Salt);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(17), verifier.Iterations);
        var at = Head;
        foreach (var form in verifier.Forms)
        {
            Write(bytes.AsSpan(at), form.Stored);
            Write(bytes.AsSpan(at + Key), form.Server);
            at += 2 * Key;
        }
        return bytes;
    }

    /// <summary>Null for what is none.</summary>
    public static Verifier? Read(ReadOnlySpan<byte> bytes)
    {
        var forms = (bytes.Length - Head) / (2 * Key);
        if (forms < 1 || bytes.Length != Head + (forms * 2 * Key) || bytes[0] != Sha256)
            return null;
        var iterations = BinaryPrimitives.ReadInt32BigEndian(bytes[17..]);
        if (iterations < 1)
            return null;
        var read = new VerifierForm[forms];
        for (var i = 0; i < forms; i++)
            read[i] = new VerifierForm(ReadKey(bytes[(Head + (i * 2 * Key))..]), ReadKey(bytes[(Head + (i * 2 * Key) + Key)..]));
        return new Verifier(BinaryPrimitives.ReadUInt128BigEndian(bytes[1..]), iterations, [.. read]);
    }

    private static void Write(Span<byte> to, ScramKey key)
    {
        BinaryPrimitives.WriteUInt128BigEndian(to, key.High);
        BinaryPrimitives.WriteUInt128BigEndian(to[16..], key.Low);
    }

    private static ScramKey ReadKey(ReadOnlySpan<byte> from) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(from), BinaryPrimitives.ReadUInt128BigEndian(from[16..]));
}
