using System.Runtime.InteropServices;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Which of this server's connections want to hear when somebody of a nickname comes or goes (MONITOR). It is no part of the world: a watch ends
/// with its connection, and nobody else knows of it.
/// </summary>
public sealed class Watchlist
{
    private readonly Dictionary<string, List<LocalConnection>> _watchers = [];

    public bool IsEmpty => _watchers.Count == 0;

    /// <summary>The session sees to it that a connection watches a nickname once, and how many it may watch.</summary>
    public void Add(LocalConnection connection, Nick nick)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(nick);
        if (connection.Outbox.IsClosed)
            return;
        ref var watchers = ref CollectionsMarshal.GetValueRefOrAddDefault(_watchers, nick.Key, out _);
        (watchers ??= new List<LocalConnection>(1)).Add(connection);
        (connection.Watched ??= []).Add(nick.Key);
    }

    public void Remove(LocalConnection connection, Nick nick)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(nick);
        if (connection.Watched?.Remove(nick.Key) == true)
            Remove(connection, nick.Key);
    }

    public void Clear(LocalConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        foreach (var key in connection.Watched ?? [])
            Remove(connection, key);
        connection.Watched = null;
    }

    public ReadOnlySpan<LocalConnection> Of(Nick nick)
    {
        ArgumentNullException.ThrowIfNull(nick);
        return _watchers.TryGetValue(nick.Key, out var watchers) ? CollectionsMarshal.AsSpan(watchers) : default;
    }

    private void Remove(LocalConnection connection, string key)
    {
        var watchers = _watchers[key];
        watchers.Remove(connection);
        if (watchers.Count == 0)
            _watchers.Remove(key);
    }
}
