namespace ChatRoom.Server.Sessions;

/// <summary>What takes so much of the machine that one person at a time may have it done.</summary>
public sealed class OneAtATime
{
    private int _isTaken;

    /// <summary>False where somebody else is in.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref _isTaken, 1, 0) == 0;

    public void Leave() => Volatile.Write(ref _isTaken, 0);
}
