using LanguageExt.TypeClasses;

namespace ChatRoom.Domain.Data;

/// <summary>
/// Keys are the same if they are equal by value, strings to the letter. The collections' own default finds its rule by
/// searching all assemblies for one, which costs a start a quarter of a second and 25 MB, and each access more too.
/// </summary>
public readonly struct Exactly<T> : Eq<T> where T : IEquatable<T>
{
    public bool Equals(T x, T y) => x.Equals(y);

    public int GetHashCode(T x) => x.GetHashCode();

    public Task<bool> EqualsAsync(T x, T y) => Equals(x, y).AsTask();

    public Task<int> GetHashCodeAsync(T x) => GetHashCode(x).AsTask();
}
