using System.Globalization;
using System.IO.Enumeration;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// Which rooms a LIST means (ELIST, modern.ircdocs.horse/#elist-parameter): names and masks, of which one has to fit; masks behind '!', of which none may; and
/// with '&lt;' or '&gt;' how many people are in it, how many minutes ago it was opened (C), and how many its topic was set (T). All kinds that are given have to be met.
/// </summary>
/// <param name="Words">As the client wrote them.</param>
/// <param name="Milliseconds">The moment of the question.</param>
public sealed record RoomFilter(ValueList<string> Words, long Milliseconds)
{
    private const long Minute = 60_000;

    public bool Fits(Room room)
    {
        ArgumentNullException.ThrowIfNull(room);
        var (isNamed, isFound) = (false, false);
        foreach (var word in Words)
        {
            if (Bound(word) is var (what, sign, value))
            {
                if (!IsWithin(room, what, sign, value))
                    return false;
            }
            else if (word[0] == '!')
            {
                if (Matches(word[1..], room))
                    return false;
            }
            else
            {
                isNamed = true;
                isFound |= Matches(word, room);
            }
        }
        return isFound || !isNamed;
    }

    /// <summary>"&lt;5", "C&gt;10": what is compared, how, and with what; null for a word that is a name or a mask.</summary>
    private static (char What, char Sign, long Value)? Bound(string word)
    {
        var isTime = word[0] is 'C' or 'T' or 'c' or 't';
        var rest = isTime ? word.AsSpan(1) : word;
        return rest.Length > 1 && rest[0] is '<' or '>' && long.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < long.MaxValue / Minute
            ? (isTime ? char.ToUpperInvariant(word[0]) : 'U', rest[0], value)
            : null;
    }

    private bool IsWithin(Room room, char what, char sign, long value)
    {
        if (what == 'U')
            return sign == '<' ? room.Members.Count < value : room.Members.Count > value;
        var since = what == 'C' ? room.Since : room.Topic.Map(topic => topic.At).IfNone(default(Timestamp));
        if (since == default)
            return false;
        var age = Milliseconds - since.Milliseconds;
        return sign == '<' ? age < value * Minute : age > value * Minute;
    }

    private static bool Matches(string mask, Room room) =>
        FileSystemName.MatchesSimpleExpression(Folding.Fold(mask).Replace("\\", "\\\\", StringComparison.Ordinal), room.Name.Key, ignoreCase: false);
}
