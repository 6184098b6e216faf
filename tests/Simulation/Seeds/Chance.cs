using System.Numerics;

namespace ChatRoom.Simulation.Tests.Seeds;

/// <summary>
/// Everything that is left to chance, from one number: xoshiro256** (Blackman and Vigna), seeded by splitmix64. Written out here, because
/// a seed has to tell the same story on every runtime and for ever.
/// </summary>
public sealed class Chance
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public Chance(ulong seed) => (_a, _b, _c, _d) = (Split(ref seed), Split(ref seed), Split(ref seed), Split(ref seed));

    public ulong Next()
    {
        var drawn = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return drawn;
    }

    /// <summary>From 0 up to, and without, so many.</summary>
    public int Below(int many) => (int)Math.BigMul(Next(), (ulong)many, out _);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool OneIn(int many) => Below(many) == 0;

    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Below(items.Count)];
    }

    /// <summary>Each of these lies in the other's weight, so that what matters most is met most often.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, int> weight)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(weight);
        var left = Below(items.Sum(weight));
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
                return item;
        }
        throw new InvalidOperationException("Nothing has any weight.");
    }

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
