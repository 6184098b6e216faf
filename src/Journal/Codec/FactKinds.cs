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
    private const int PasswordVerifier = 3;
    private const int Invitation = 4;
    private const int Certificates = 5;
    private const int Persistence = 6;
    private const int Recovery = 7;
    private const int Waiting = 8;
    private const int CloakKey = 10;
    private const int ClaimCode = 11;
    private const int ReadMarker = 12;
    private const int Mail = 30;
    private const int LastHere = 20;
    private const int Playback = 21;
    private const int Retained = 22;

    public static StoredFact Store(Fact fact) => fact switch
    {
        Fact.ResumeToken token =>
            new StoredFact(ResumeToken, Key(token.Person.Number), token.Hash.TryGet(out var hash) ? Bytes(hash.High, hash.Low) : StoredFact.Gone),
        Fact.CloakKey cloaks => new StoredFact(CloakKey, "0", Bytes(cloaks.Key.High, cloaks.Key.Low)),
        Fact.ClaimCode claim => new StoredFact(ClaimCode, "0", claim.Hash.TryGet(out var hash) ? Bytes(hash.High, hash.Low) : StoredFact.Gone),
        Fact.Digest digest => new StoredFact(Digest, "0", DigestBytes(digest.Of)),
        Fact.PasswordVerifier known =>
            new StoredFact(PasswordVerifier, Key(known.Account.Number), known.Verifier.TryGet(out var verifier) ? VerifierBytes.Write(verifier) : StoredFact.Gone),
        Fact.Certificates known =>
            new StoredFact(Certificates, Key(known.Account.Number), known.Known.IsEmpty ? StoredFact.Gone : CertificateBytes.Write(known.Known)),
        Fact.Persistence said =>
            new StoredFact(Persistence, Key(said.Account.Number), said.IsOn.TryGet(out var isOn) ? new byte[] { isOn ? (byte)1 : (byte)0 } : StoredFact.Gone),
        Fact.ReadMarker marker => new StoredFact(ReadMarker, ReadMarkerKey.Format(marker), marker.Until.TryGet(out var until) ? TimeBytes(until) : StoredFact.Gone),
        Fact.Mail mail => new StoredFact(Mail, Key(mail.Account.Number), mail.Address.TryGet(out var address) ? System.Text.Encoding.UTF8.GetBytes(address) : StoredFact.Gone),
        Fact.LastHere last => new StoredFact(LastHere, Key(last.Account.Number), last.At.TryGet(out var at) ? TimeBytes(at) : StoredFact.Gone),
        Fact.Retained retained => new StoredFact(Retained, retained.Rule, retained.Until.TryGet(out var reached) ? TimeBytes(new Timestamp(reached.Number)) : StoredFact.Gone),
        Fact.Playback said => new StoredFact(Playback, Key(said.Account.Number), said.Most.TryGet(out var most) ? NumberBytes(most) : StoredFact.Gone),
        Fact.Recovery recovery =>
            new StoredFact(Recovery, Key(recovery.Account.Number), recovery.Code.TryGet(out var code) ? (byte[])[.. Bytes(code.Hash.High, code.Hash.Low), .. TimeBytes(code.Until)] : StoredFact.Gone),
        Fact.Waiting waiting => new StoredFact(Waiting, waiting.Name.Text, waiting.Who.TryGet(out var asks) ? RegistrantBytes.Write(asks) : StoredFact.Gone),
        Fact.Invitation invitation =>
            new StoredFact(Invitation, CodeKey(invitation.Code), invitation.Until.TryGet(out var end) ? TimeBytes(end) : StoredFact.Gone),
    };

    /// <exception cref="UnreadableEventException">A newer version stored it, or it is damaged.</exception>
    public static Fact Read(StoredFact stored)
    {
        if (stored.Kind == Invitation)
            return new Fact.Invitation(CodeOf(stored), TimeOf(stored));
        if (stored.Kind == Waiting)
            return AccountName.Parse(stored.Key).TryGet(out var name, out _)
                ? new Fact.Waiting(name, stored.Value is { } asks ? RegistrantBytes.Read(name, asks.Span) ?? throw Damaged(stored) : Option<Registrant>.None)
                : throw Damaged(stored);
        if (stored.Kind == Retained)
            return new Fact.Retained(stored.Key, TimeOf(stored).Map(number => new Sequence(number.Milliseconds)));
        if (stored.Kind == ReadMarker)
            return ReadMarkerKey.Parse(stored.Key) is var (of, place) ? new Fact.ReadMarker(of, place, TimeOf(stored)) : throw Damaged(stored);
        if (!long.TryParse(stored.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            throw Damaged(stored);
        return stored.Kind switch
        {
            ResumeToken when stored.Value is { } value => new Fact.ResumeToken(new PersonId(key), new TokenHash(First(stored, value.Span), Second(value.Span))),
            Digest when stored.Value is { Length: 48 } value => new Fact.Digest(DigestOf(value.Span)),
            CloakKey when stored.Value is { } value => new Fact.CloakKey(new CloakKey(First(stored, value.Span), Second(value.Span))),
            ClaimCode => new Fact.ClaimCode(stored.Value is { } value ? new TokenHash(First(stored, value.Span), Second(value.Span)) : Option<TokenHash>.None),
            Digest or CloakKey => throw Damaged(stored),
            ResumeToken => new Fact.ResumeToken(new PersonId(key), Option<TokenHash>.None),
            PasswordVerifier => new Fact.PasswordVerifier(
                new AccountId(key), stored.Value is { } value ? VerifierBytes.Read(value.Span) ?? throw Damaged(stored) : Option<Verifier>.None),
            Mail => new Fact.Mail(new AccountId(key), stored.Value is { } value ? System.Text.Encoding.UTF8.GetString(value.Span) : Option<string>.None),
            Recovery => new Fact.Recovery(new AccountId(key), stored.Value switch
            {
                null => Option<RecoveryCode>.None,
                { Length: 40 } value => new RecoveryCode(
                    new TokenHash(First(stored, value.Span[..32]), Second(value.Span)), new Timestamp(BinaryPrimitives.ReadInt64BigEndian(value.Span[32..]))),
                _ => throw Damaged(stored),
            }),
            Persistence => new Fact.Persistence(new AccountId(key), stored.Value switch
            {
                null => Option<bool>.None,
                { Length: 1 } value when value.Span[0] <= 1 => value.Span[0] == 1,
                _ => throw Damaged(stored),
            }),
            LastHere => new Fact.LastHere(new AccountId(key), TimeOf(stored)),
            Playback => new Fact.Playback(new AccountId(key), stored.Value switch
            {
                null => Option<int>.None,
                { Length: sizeof(int) } value => BinaryPrimitives.ReadInt32BigEndian(value.Span),
                _ => throw Damaged(stored),
            }),
            Certificates => new Fact.Certificates(
                new AccountId(key), stored.Value is { } value ? CertificateBytes.Read(value.Span) ?? throw Damaged(stored) : []),
            _ => throw new UnreadableEventException($"facts of kind {stored.Kind} are from a newer version of the server") { IsNewer = true },
        };
    }

    private static string CodeKey(TokenHash code) => $"{code.High:x32}{code.Low:x32}";

    private static TokenHash CodeOf(StoredFact stored) =>
        stored.Key.Length == 64 && UInt128.TryParse(stored.Key.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            && UInt128.TryParse(stored.Key.AsSpan(32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
                ? new TokenHash(high, low)
                : throw Damaged(stored);

    private static byte[] NumberBytes(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] TimeBytes(Timestamp moment)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, moment.Milliseconds);
        return bytes;
    }

    private static Option<Timestamp> TimeOf(StoredFact stored) => stored.Value switch
    {
        null => Option<Timestamp>.None,
        { Length: sizeof(long) } value => new Timestamp(BinaryPrimitives.ReadInt64BigEndian(value.Span)),
        _ => throw Damaged(stored),
    };

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
