using System.Security.Cryptography;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>
/// The epochs of a journal: ranges, each from its first event on. A new one begins when a journal is made, when it goes on from a
/// backup, and when it lost its tail. With a sequence number an epoch names a message for ever, so two messages never share an id.
/// </summary>
public sealed class Epochs
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Ten of 36 letters are 51 random bits: enough for epochs, and short enough for every message's id.</summary>
    private const int NameLength = 10;

    private volatile (Sequence First, string Name)[] _ranges;

    public Epochs(IEnumerable<(Sequence First, string Name)> ranges)
    {
        _ranges = [.. ranges.OrderBy(range => range.First.Number)];
        if (_ranges.Length == 0 || _ranges[0].First.Number > 1)
            throw new ArgumentException("A journal has an epoch from its first event on.", nameof(ranges));
    }

    public static string NewName() => RandomNumberGenerator.GetString(Letters, NameLength);

    public static Epochs Of(string only) => new([(new Sequence(1), only)]);

    public IReadOnlyList<(Sequence First, string Name)> Ranges => _ranges;

    /// <summary>The epoch of what is appended now.</summary>
    public string Latest => _ranges[^1].Name;

    /// <summary>
    /// Takes in epochs that began since, behind all that is known. Where the first difference lies within what is known, the journal has forked:
    /// then nothing is taken, and the last event that is the same is yielded.
    /// </summary>
    public Sequence? TakeIn(IReadOnlyList<(Sequence First, string Name)> found, Sequence known)
    {
        ArgumentNullException.ThrowIfNull(found);
        for (var i = 0; i < Math.Max(found.Count, _ranges.Length); i++)
        {
            if (i < found.Count && i < _ranges.Length && found[i] == _ranges[i])
                continue;
            var first = Math.Min(FirstOf(found, i), FirstOf(_ranges, i));
            if (first <= known.Number)
                return new Sequence(first - 1);
            break;
        }
        _ranges = [.. found];
        return null;
    }

    /// <summary>The epoch that an event belongs to; that of the first event for the place before all.</summary>
    public string Of(Sequence sequence)
    {
        var ranges = _ranges;
        for (var i = ranges.Length - 1; i > 0; i--)
        {
            if (ranges[i].First.Number <= sequence.Number)
                return ranges[i].Name;
        }
        return ranges[0].Name;
    }

    private static long FirstOf(IReadOnlyList<(Sequence First, string Name)> ranges, int i) => i < ranges.Count ? ranges[i].First.Number : long.MaxValue;
}
