namespace ChatRoom.Server.Sessions;

/// <summary>How many connections this server holds and has let in. Counted by everybody's threads, so every number is only of its moment.</summary>
public sealed class Census
{
    private int _connections;
    private int _guests;
    private int _most;

    public int Registered => Volatile.Read(ref _guests);

    /// <summary>Connections that are not let in, or not yet.</summary>
    public int Unregistered => Math.Max(0, Volatile.Read(ref _connections) - Registered);

    /// <summary>The most that were in at a time since the server began.</summary>
    public int Most => Volatile.Read(ref _most);

    public void Came() => Interlocked.Increment(ref _connections);

    public void LetIn()
    {
        var guests = Interlocked.Increment(ref _guests);
        for (var most = _most; guests > most; most = _most)
            Interlocked.CompareExchange(ref _most, guests, most);
    }

    public void Went(bool wasIn)
    {
        if (wasIn)
            Interlocked.Decrement(ref _guests);
        Interlocked.Decrement(ref _connections);
    }
}
