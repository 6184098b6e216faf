using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// Which connection was made with which token (chatroom/resume), so that its owner can take over from it. Only a hash is remembered, only
/// in memory, and only as long as the connection lasts: it is no part of what happened, and is kept nowhere.
/// </summary>
public sealed class ResumeTokens
{
    /// <summary>128 random bits in hexadecimal: what is shorter could be guessed.</summary>
    private const int Shortest = 32;

    /// <summary>More random bits than any that can be needed.</summary>
    private const int Longest = 128;

    public const string Rule = "a token has 32 to 128 hexadecimal digits, which nobody else can guess";

    private readonly ConcurrentDictionary<ConnectionId, byte[]> _hashes = [];

    public static bool IsToken(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= Shortest and <= Longest && text.All(char.IsAsciiHexDigit);
    }

    public void Remember(ConnectionId connection, string token) => _hashes[connection] = HashOf(token);

    public void Forget(ConnectionId connection) => _hashes.TryRemove(connection, out _);

    /// <summary>The connection of this person that was made with the same token as the newcomer's, if there is one.</summary>
    public Option<ConnectionId> Find(ConnectionId newcomer, Person holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (!_hashes.TryGetValue(newcomer, out var own))
            return default;
        foreach (var connection in holder.Connections)
        {
            // In a time that does not tell how much of it is right.
            if (_hashes.TryGetValue(connection, out var known) && CryptographicOperations.FixedTimeEquals(known, own))
                return connection;
        }
        return default;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
