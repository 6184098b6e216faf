using System.Buffers.Binary;
using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Codec;

/// <summary>How somebody who waits for an account lies in a fact: who and since when, from where as text, in a second line of it the mail address if there is one, and the verifier of the password.</summary>
internal static class RegistrantBytes
{
    private const int Head = sizeof(long) + sizeof(long) + sizeof(ushort);

    public static byte[] Write(Registrant waits)
    {
        var (from, verifier) = (Encoding.UTF8.GetBytes(waits.From + waits.Mail.Map(mail => $"\n{mail}").IfNone("")), VerifierBytes.Write(waits.Verifier));
        var bytes = new byte[Head + from.Length + verifier.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, waits.Person.Number);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), waits.Since.Milliseconds);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(16), (ushort)from.Length);
        from.CopyTo(bytes, Head);
        verifier.CopyTo(bytes, Head + from.Length);
        return bytes;
    }

    /// <summary>Null for what is none.</summary>
    public static Registrant? Read(AccountName name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head || BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]) is var length && bytes.Length < Head + length)
            return null;
        var words = Encoding.UTF8.GetString(bytes.Slice(Head, length)).Split('\n', 2);
        return VerifierBytes.Read(bytes[(Head + length)..]) is { } verifier
            ? new Registrant(
                name, new PersonId(BinaryPrimitives.ReadInt64BigEndian(bytes)), words[0], verifier, new Timestamp(BinaryPrimitives.ReadInt64BigEndian(bytes[8..])))
            {
                Mail = words is [_, var mail] ? mail : Option<string>.None,
            }
            : null;
    }
}
