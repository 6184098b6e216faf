using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// Codes that invite somebody to register. They are random enough that a plain hash keeps them; only that goes into the journal.
/// </summary>
public static class Invitations
{
    /// <summary>Without letters and digits that look alike; 32 of them, so each is five bits.</summary>
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int Length = 20;

    /// <summary>Somebody who was invited needs some days to find the time.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    /// <summary>Somebody who forgot a password waits for the code, and will not be interrupted for long.</summary>
    public static readonly TimeSpan RecoversFor = TimeSpan.FromDays(1);

    public static string New()
    {
        Span<byte> random = stackalloc byte[Length];
        RandomNumberGenerator.Fill(random);
        var code = new StringBuilder(Length + 3);
        for (var i = 0; i < Length; i++)
        {
            if (i is > 0 && i % 5 == 0)
                code.Append('-');
            code.Append(Letters[random[i] % Letters.Length]);
        }
        return code.ToString();
    }

    /// <summary>However somebody types it.</summary>
    public static TokenHash HashOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var bare = string.Concat(code.Where(letter => letter is not ('-' or ' '))).ToLowerInvariant();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(bare)).AsSpan();
        return new TokenHash(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
