using System.Collections;
using System.Runtime.CompilerServices;

namespace ChatRoom.Client.Chat;

/// <summary>
/// The entries of a conversation, from older to newer: an immutable list that equals another with equal entries. It is cut into short
/// runs that versions share, so that adding one entry to thousands copies only the last run; and each run knows what ids it has, so that
/// whether a message is there already is answered without looking at every entry.
/// </summary>
[CollectionBuilder(typeof(Transcript), nameof(Create))]
public sealed class Transcript : IReadOnlyList<Entry>, IEquatable<Transcript>
{
    /// <summary>Adding copies half a run on average and the list of runs: of 2,000 entries that is least with runs of about this length.</summary>
    private const int LongestRun = 64;

    private readonly Run[] _runs;

    private Transcript(Run[] runs, int count) => (_runs, Count) = (runs, count);

    public static Transcript Empty { get; } = new([], 0);

    public int Count { get; }

    public Entry this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            foreach (var run in _runs)
            {
                if (index < run.Entries.Length)
                    return run.Entries[index];
                index -= run.Entries.Length;
            }
            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public static Transcript Create(ReadOnlySpan<Entry> entries) => entries.IsEmpty ? Empty : new(Cut(entries, Run.SignsOf(entries)), entries.Length);

    public Transcript Add(Entry entry) => Splice(Count, 0, [entry]);

    public Transcript Insert(int index, params ReadOnlySpan<Entry> entries) => Splice(index, 0, entries);

    public Transcript SetItem(int index, Entry entry) => Splice(index, 1, [entry]);

    public Transcript RemoveAt(int index) => Splice(index, 1, []);

    /// <summary>At most so many of the newest; whole runs go, so it may be up to a run fewer.</summary>
    public Transcript Newest(int most)
    {
        var (count, from) = (Count, 0);
        while (count > most)
            count -= _runs[from++].Entries.Length;
        return from == 0 ? this : new(_runs[from..], count);
    }

    /// <summary>At most so many of the oldest; whole runs go, so it may be up to a run fewer.</summary>
    public Transcript Oldest(int most)
    {
        var (count, to) = (Count, _runs.Length);
        while (count > most)
            count -= _runs[--to].Entries.Length;
        return to == _runs.Length ? this : new(_runs[..to], count);
    }

    /// <summary>Where the newest entry of this message is; -1 if it is not here.</summary>
    public int IndexOfMessage(string messageId)
    {
        var (sign, start) = (Run.SignOf(messageId), Count);
        for (var i = _runs.Length - 1; i >= 0; i--)
        {
            start -= _runs[i].Entries.Length;
            var found = _runs[i].Find(sign, messageId);
            if (found >= 0)
                return start + found;
        }
        return -1;
    }

    /// <summary>Where the entry with this number is, or the first one behind it; <see cref="Count"/> if all are before it.</summary>
    public int IndexOfNumber(long number)
    {
        var start = 0;
        foreach (var run in _runs)
        {
            if (run.Entries[^1].Number >= number)
                return start + Array.FindIndex(run.Entries, entry => entry.Number >= number);
            start += run.Entries.Length;
        }
        return start;
    }

    public bool Equals(Transcript? other) =>
        other is not null && Count == other.Count && (ReferenceEquals(_runs, other._runs) || this.SequenceEqual(other));

    public override bool Equals(object? obj) => Equals(obj as Transcript);

    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, this[0], this[Count - 1]);

    public IEnumerator<Entry> GetEnumerator()
    {
        foreach (var run in _runs)
        {
            foreach (var entry in run.Entries)
                yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Every change is this one: in the run where the place is, some entries are put in place of others.</summary>
    private Transcript Splice(int index, int removed, ReadOnlySpan<Entry> added)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index + removed, Count);
        var count = Count - removed + added.Length;
        var (at, offset) = PlaceOf(index, removed);
        var old = at < _runs.Length ? _runs[at] : Run.Empty;
        var signs = Run.SignsOf(added);
        // Behind a full run a new one begins, and the full one stays shared.
        if (offset == old.Entries.Length && old.Entries.Length == LongestRun)
            return new([.. _runs.AsSpan(0, at + 1), .. Cut(added, signs), .. _runs.AsSpan(at + 1)], count);
        Entry[] entries = [.. old.Entries.AsSpan(0, offset), .. added, .. old.Entries.AsSpan(offset + removed)];
        signs = [.. old.Signs.AsSpan(0, offset), .. signs, .. old.Signs.AsSpan(offset + removed)];
        Run[] cut = entries.Length is > 0 and <= LongestRun ? [new Run(entries, signs)] : Cut(entries, signs);
        return new([.. _runs.AsSpan(0, at), .. cut, .. _runs.AsSpan(Math.Min(at + 1, _runs.Length))], count);
    }

    /// <summary>The run and the place in it; for adding, the end of a run is better than the beginning of the next.</summary>
    private (int Run, int Offset) PlaceOf(int index, int removed)
    {
        if (index == Count && _runs.Length > 0)
            return (_runs.Length - 1, _runs[^1].Entries.Length);
        var at = 0;
        while (at < _runs.Length - 1 && index + Math.Min(removed, 1) > _runs[at].Entries.Length)
            index -= _runs[at++].Entries.Length;
        return (at, index);
    }

    private static Run[] Cut(ReadOnlySpan<Entry> entries, ReadOnlySpan<int> signs)
    {
        var runs = new Run[(entries.Length + LongestRun - 1) / LongestRun];
        for (var i = 0; i < runs.Length; i++)
        {
            var (start, length) = (i * LongestRun, Math.Min(LongestRun, entries.Length - (i * LongestRun)));
            runs[i] = new Run(entries.Slice(start, length).ToArray(), signs.Slice(start, length).ToArray());
        }
        return runs;
    }

    /// <summary>Entries, and of each one's message id a number that says quickly that it is another; 0 for none.</summary>
    private sealed record Run(Entry[] Entries, int[] Signs)
    {
        public static Run Empty { get; } = new([], []);

        public static int SignOf(string messageId) => string.GetHashCode(messageId, StringComparison.Ordinal) | 1;

        public static int[] SignsOf(ReadOnlySpan<Entry> entries)
        {
            var signs = new int[entries.Length];
            for (var i = 0; i < signs.Length; i++)
                signs[i] = entries[i].At.MessageId is { } id ? SignOf(id) : 0;
            return signs;
        }

        public int Find(int sign, string messageId)
        {
            for (var i = Signs.AsSpan().LastIndexOf(sign); i >= 0; i = Signs.AsSpan(0, i).LastIndexOf(sign))
            {
                if (Entries[i].At.MessageId == messageId)
                    return i;
            }
            return -1;
        }
    }
}
