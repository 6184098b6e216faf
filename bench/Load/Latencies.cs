using System.Numerics;

namespace ChatRoom.Bench.Load;

/// <summary>
/// A histogram of times in microseconds: 32 steps between two powers of two, so a percentile is right to 3 %, and adding one costs a
/// few nanoseconds and no memory however many there are.
/// </summary>
public sealed class Latencies
{
    private const int Bits = 5;
    private const int Steps = 1 << Bits;

    private readonly long[] _counts = new long[Steps * 40];

    public long Count { get; private set; }

    public long Most { get; private set; }

    public void Add(long microseconds)
    {
        microseconds = Math.Max(0, microseconds);
        _counts[Place(microseconds)]++;
        Count++;
        Most = Math.Max(Most, microseconds);
    }

    public void Add(Latencies others)
    {
        ArgumentNullException.ThrowIfNull(others);
        for (var place = 0; place < _counts.Length; place++)
            _counts[place] += others._counts[place];
        Count += others.Count;
        Most = Math.Max(Most, others.Most);
    }

    /// <summary>The time within which this share of all arrived, in microseconds.</summary>
    public long Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        for (var place = 0; place < _counts.Length; place++)
        {
            seen += _counts[place];
            if (seen >= wanted && seen > 0)
                return Math.Min(Upper(place), Most);
        }
        return 0;
    }

    private static int Place(long value)
    {
        if (value < Steps)
            return (int)value;
        var shift = BitOperations.Log2((ulong)value) - Bits;
        return ((shift + 1) * Steps) + (int)((value >> shift) - Steps);
    }

    private static long Upper(int place)
    {
        if (place < Steps)
            return place;
        var shift = (place / Steps) - 1;
        return (((long)(place % Steps) + Steps + 1) << shift) - 1;
    }
}
