using System.Collections.Concurrent;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Buffers that are used again. Thousands of people who come back at once would otherwise leave their welcomes' buffers
/// behind as garbage, and that counts for more memory than the people do.
/// </summary>
public sealed class Pool<T>(Func<T> make) where T : class
{
    /// <summary>More are under way only in a rush, and those are let go afterwards.</summary>
    private const int Most = 64;

    private readonly ConcurrentBag<T> _free = [];

    public T Rent() => _free.TryTake(out var free) ? free : make();

    public void Return(T used)
    {
        if (_free.Count < Most)
            _free.Add(used);
    }
}
