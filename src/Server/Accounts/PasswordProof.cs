using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// How a password becomes a verifier, and is known by it again (RFC 5802, RFC 7677: PBKDF2 with SHA-256). It takes milliseconds on purpose, so it
/// is never done on the hub's thread; <see cref="LoginDesk"/> says where and how often.
/// </summary>
public static class PasswordProof
{
    /// <summary>In UTF-8, through SASL and the shell; a line of IRC has room for less.</summary>
    public const int MostBytes = 600;

    public const int MostBytesOnLine = 300;

    /// <summary>Why it can't be a password; null if it can.</summary>
    public static string? WhyNot(string password, int most)
    {
        ArgumentNullException.ThrowIfNull(password);
        var bytes = Encoding.UTF8.GetByteCount(password);
        if (bytes == 0 || bytes > most)
            return $"a password has 1 to {most} bytes, and this one has {bytes}";
        return string.IsNullOrEmpty(SaslPrep.Prepare(password)) ? "a password has no control characters, and none that Unicode does not know" : null;
    }

    public static Verifier Make(string password, UInt128 salt, int iterations) =>
        new(salt, iterations, [.. FormsOf(password).Select(form => Keys(Salted(form, salt, iterations)))]);

    /// <summary>Whether it is the password, in any of its forms. How long that takes tells nothing of what is right.</summary>
    public static bool Proves(string password, Verifier verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        var isRight = false;
        foreach (var form in FormsOf(password))
        {
            var stored = Keys(Salted(form, verifier.Salt, verifier.Iterations)).Stored;
            foreach (var known in verifier.Forms)
                isRight |= AreEqual(stored, known.Stored);
        }
        return isRight;
    }

    internal static byte[] Bytes(ScramKey key) => Bytes(key.High, key.Low);

    internal static byte[] Bytes(UInt128 salt)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, salt);
        return bytes;
    }

    internal static ScramKey Key(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    internal static bool AreEqual(ScramKey one, ScramKey other) => CryptographicOperations.FixedTimeEquals(Bytes(one), Bytes(other));

    /// <summary>As it was typed, and as all clients that follow the specification send it, where that is another one.</summary>
    private static IEnumerable<string> FormsOf(string password)
    {
        yield return password;
        if (SaslPrep.Prepare(password) is { Length: > 0 } prepared && prepared != password)
            yield return prepared;
    }

    private static byte[] Salted(string password, UInt128 salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Bytes(salt), iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);

    private static VerifierForm Keys(byte[] salted) =>
        new(Key(SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8))), Key(HMACSHA256.HashData(salted, "Server Key"u8)));

    private static byte[] Bytes(UInt128 high, UInt128 low)
    {
        var bytes = new byte[32];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), low);
        return bytes;
    }
}
