namespace ChatRoom.Server.Hubs;

/// <summary>
/// The journal is away: a call to it may take minutes. The hub's state is lent meanwhile (one lock, the baton, which the hub's thread
/// releases around each call), and a deputy serves what needs no journal: questions, PING, signs of life, ends of connections. What
/// has to be kept waits, and is refused after <see cref="Limits.KeepWaits"/>, but for the turn whose outcome nobody knows.
/// A connection with something that waits hears nothing of what it sent behind that: its order is kept.
/// </summary>
public sealed partial class Hub : IAway
{
    private readonly Lock _baton = new();
    private readonly AutoResetEvent _isWanted = new(false);
    private readonly List<Outcome> _served = [];
    private volatile bool _isCalling;
    private long _awaySince;
    private bool _isCommitting;
    private int _scanned;

    /// <summary>How the hub waits before it tries the journal again; by the clock, if nothing else is said. For a simulator.</summary>
    public Action<TimeSpan>? Waits { get; set; }

    private bool IsAway => _isCalling && IsAwayFor(Limits.JournalPatience);

    /// <summary>Now and then somebody has to look after those who wait. From any thread.</summary>
    public void Tick() => WakeDeputy();

    /// <summary>Serves what needs no journal, if the hub waits for it. The deputy's own step; a simulator calls it instead.</summary>
    public void ServeWhileAway()
    {
        lock (_baton)
        {
            if (!IsAway)
                return;
            TakeLetters();
            var isTooLong = IsAwayFor(Limits.KeepWaits);
            if (isTooLong)
                EndWaiting();
            ServeQueue(isTooLong);
            Tell(_served);
            ShowLife();
        }
    }

    T IAway.Lend<T>(Func<T> call) => Lend(call, isPause: false);

    void IAway.Pause(TimeSpan time) => Lend(() =>
    {
        _stopping.Token.ThrowIfCancellationRequested();
        if (Waits is { } waits)
            waits(time);
        else
            Task.Delay(time, _clock, _stopping.Token).GetAwaiter().GetResult();
        return true;
    }, isPause: true);

    private bool IsAwayFor(TimeSpan time) => Volatile.Read(ref _awaySince) is not 0 and var since && _clock.GetElapsedTime(since) >= time;

    private T Lend<T>(Func<T> call, bool isPause)
    {
        // Since the first call that nothing came of: tries that fail at once are one absence.
        if (_awaySince == 0)
            Volatile.Write(ref _awaySince, Math.Max(1, _clock.GetTimestamp()));
        _isCalling = true;
        _baton.Exit();
        var isBack = !isPause;
        try
        {
            return call();
        }
        catch (Journal.JournalLostException)
        {
            isBack = false;
            throw;
        }
        finally
        {
            _baton.Enter();
            _isCalling = false;
            if (isBack)
                Volatile.Write(ref _awaySince, 0);
        }
    }

    private void WakeDeputy()
    {
        if (IsAway)
            _isWanted.Set();
    }

    private void ServeWhenAway()
    {
        while (true)
        {
            _isWanted.WaitOne();
            if (_stopping.IsCancellationRequested)
                return;
            ServeWhileAway();
        }
    }

    /// <summary>Takes off the queue what can be answered. What was looked at before and has to wait is not looked at again.</summary>
    private void ServeQueue(bool isTooLong)
    {
        var kept = _scanned;
        for (int first = _scanned, end; first < _queue.Count; first = end)
        {
            end = first + 1;
            while (end < _queue.Count && !_queue[end - 1].IsLast)
                end++;
            var canBeServed = CanBeServed(first, end, isTooLong);
            for (var i = first; i < end; i++)
            {
                if (canBeServed)
                    Serve(_queue[i]);
                else
                    _queue[kept++] = Waiting(_queue[i]);
            }
        }
        _queue.RemoveRange(kept, _queue.Count - kept);
        _scanned = kept;

        static HubMessage Waiting(HubMessage message)
        {
            if (message.Connection is { } connection)
                connection.Waiting++;
            return message;
        }
    }

    /// <summary>All messages that came of one command, or none of them.</summary>
    private bool CanBeServed(int first, int end, bool isTooLong)
    {
        if (_queue[first].Connection is not { } connection || connection.Waiting > 0 || (_isCommitting && connection.LastTurn == _turns))
            return false;
        for (var i = first; i < end && !isTooLong; i++)
        {
            if (_queue[i].Request is HubRequest.Submit)
                return false;
        }
        return true;
    }

    private void Serve(in HubMessage message)
    {
        var connection = message.Connection!;
        _membership.Open(connection);
        // The wire ends at once. That its person departs has to be kept, so it is owed.
        if (message.Request is HubRequest.Disconnect && _world.Connections.ContainsKey(connection.Id))
            _pendingDepartures.Add(message);
        _served.Add(new Outcome(message, _world, null, [], [])
        {
            NotKept = message.Request is HubRequest.Submit && !connection.Outbox.IsClosed ? "the journal does not answer" : null,
        });
    }

    /// <summary>Nobody waits any more: all are looked at again, or their turn has come.</summary>
    private void EndWaiting()
    {
        for (var i = 0; i < _scanned; i++)
        {
            if (_queue[i].Connection is { } connection)
                connection.Waiting = 0;
        }
        _scanned = 0;
    }
}
