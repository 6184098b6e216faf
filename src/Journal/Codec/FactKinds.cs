using System.Buffers.Binary;
using System.Globalization;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// How each kind of fact is stored: a number that is given once and never again, a key, and a value in bytes whose order is that of what
/// they mean. What does not fit is refused, never guessed.
/// </summary>
public static class FactKinds
{
    private const int ResumeToken = 1;
    private const int Digest = 2;

    public static StoredFact Store(Fact fact) => fact switch
    {
        Fact.ResumeToken token =>
            new StoredFact(ResumeToken, Key(token.Person.Number), token.Hash.TryGet(out var hash) ? Bytes(hash.High, hash.Low) : StoredFact.Gone),
        Fact.Digest digest => new StoredFact(Digest, "0", DigestBytes(digest.Of)),
    };

    /// <exception cref="UnreadableEventException">A newer version stored it, or it is damaged.</exception>
    public static Fact Read(StoredFact stored)
    {
        if (!long.TryParse(stored.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            throw Damaged(stored);
        return stored.Kind switch
        {
            ResumeToken when stored.Value is { } value => new Fact.ResumeToken(new PersonId(key), new TokenHash(First(stored, value.Span), Second(value.Span))),
            Digest when stored.Value is { Length: 48 } value => new Fact.Digest(DigestOf(value.Span)),
            Digest => throw Damaged(stored),
            ResumeToken => new Fact.ResumeToken(new PersonId(key), Option<TokenHash>.None),
            _ => throw new UnreadableEventException($"facts of kind {stored.Kind} are from a newer version of the server") { IsNewer = true },
        };
    }

    private static string Key(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Bytes(UInt128 first, UInt128 second)
    {
        var bytes = new byte[32];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, first);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), second);
        return bytes;
    }

    private static byte[] DigestBytes(WorldDigest digest)
    {
        var bytes = new byte[48];
        BinaryPrimitives.WriteInt64BigEndian(bytes, digest.At.Number);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), digest.By.Number);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), digest.Format);
        Bytes(digest.High, digest.Low).CopyTo(bytes, 16);
        return bytes;
    }

    private static WorldDigest DigestOf(ReadOnlySpan<byte> bytes) => new(
        new Sequence(BinaryPrimitives.ReadInt64BigEndian(bytes)), new ServerId(BinaryPrimitives.ReadInt32BigEndian(bytes[8..])),
        BinaryPrimitives.ReadInt32BigEndian(bytes[12..]), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt128BigEndian(bytes[32..]));

    private static UInt128 First(StoredFact stored, ReadOnlySpan<byte> value) =>
        value.Length == 32 ? BinaryPrimitives.ReadUInt128BigEndian(value) : throw Damaged(stored);

    private static UInt128 Second(ReadOnlySpan<byte> value) => BinaryPrimitives.ReadUInt128BigEndian(value[16..]);

    private static UnreadableEventException Damaged(StoredFact stored) => new($"the fact of kind {stored.Kind} under '{stored.Key}' can't be read: it is damaged");
}
