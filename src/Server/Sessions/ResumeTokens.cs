using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// The tokens of chatroom/resume: a client makes one, and its person can come back with it. Only the hash goes further than this file: it
/// becomes a fact of the journal, so that people find their places again after a restart.
/// </summary>
public static class ResumeTokens
{
    /// <summary>128 random bits in hexadecimal: what is shorter could be guessed.</summary>
    private const int Shortest = 32;

    /// <summary>More random bits than any that can be needed.</summary>
    private const int Longest = 128;

    public const string Rule = "a token has 32 to 128 hexadecimal digits, which nobody else can guess";

    public static bool IsToken(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= Shortest and <= Longest && text.All(char.IsAsciiHexDigit);
    }

    /// <summary>Hashes are compared, so how long that takes tells nothing about the token.</summary>
    public static TokenHash HashOf(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(token), hash);
        return new TokenHash(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
