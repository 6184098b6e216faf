namespace ChatRoom.Server.Hubs;

/// <summary>
/// Where sessions leave what they want from the hub, in order. The hub takes everything at once. A lock and two lists
/// that change places: nothing is allocated for a message, and nobody is woken who is awake.
/// </summary>
public sealed class Mailbox<T>
{
    private readonly object _gate = new();
    private List<T> _letters = [];
    private int _wanted = int.MaxValue;

    /// <summary>Messages that nobody took yet.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _letters.Count;
        }
    }

    /// <summary>Messages that are posted together lie together.</summary>
    public void Post(params ReadOnlySpan<T> messages)
    {
        lock (_gate)
        {
            _letters.AddRange(messages);
            if (_letters.Count >= _wanted)
                Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits until so many messages are there, but no longer than that.</summary>
    public void Wait(int wanted, TimeSpan patience)
    {
        lock (_gate)
        {
            _wanted = wanted;
            if (_letters.Count < wanted)
                Monitor.Wait(_gate, patience);
            _wanted = int.MaxValue;
        }
    }

    /// <summary>Changes an empty list for the one with all messages.</summary>
    public void Take(ref List<T> empty)
    {
        lock (_gate)
            (_letters, empty) = (empty, _letters);
    }
}
