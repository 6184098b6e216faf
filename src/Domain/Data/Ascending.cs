using LanguageExt.TypeClasses;

namespace ChatRoom.Domain.Data;

/// <summary>Keys in the order of their numbers, for the collections whose order somebody sees. See <see cref="Exactly{T}"/>.</summary>
public readonly struct Ascending<T> : Ord<T> where T : IEquatable<T>, IComparable<T>
{
    public int Compare(T x, T y) => x.CompareTo(y);

    public bool Equals(T x, T y) => x.Equals(y);

    public int GetHashCode(T x) => x.GetHashCode();

    public Task<int> CompareAsync(T x, T y) => Compare(x, y).AsTask();

    public Task<bool> EqualsAsync(T x, T y) => Equals(x, y).AsTask();

    public Task<int> GetHashCodeAsync(T x) => GetHashCode(x).AsTask();
}
