using System.IO.Pipelines;
using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>A client that takes as much as a test says, and then waits until it is told to go on.</summary>
internal sealed class Sink : IClient
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _taken = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _goOn = new(0);
    private readonly SemaphoreSlim _waits = new(0);
    private int _room = int.MaxValue;

    /// <summary>How many bytes it takes before a send has to wait; -1 when it is gone.</summary>
    public int Room
    {
        get
        {
            lock (_gate)
                return _room;
        }
        set
        {
            lock (_gate)
                _room = value;
        }
    }

    /// <summary>Whether a send that may wait does so until <see cref="GoOn"/>.</summary>
    public bool IsStuck { get; set; }

    public int MostWaiting => Limits.BacklogBytes;

    public int Answers { get; private set; }

    public Exception? Fault { get; private set; }

    public PipeScheduler Workers => PipeScheduler.ThreadPool;

    public Task Finished => _finished.Task.WaitAsync(Dialect.Client.Deadline);

    public string Taken
    {
        get
        {
            lock (_gate)
                return _taken.ToString();
        }
    }

    /// <summary>Ends when a send waits.</summary>
    public async Task Waits() => Assert.True(await _waits.WaitAsync(Dialect.Client.Deadline));

    public void GoOn()
    {
        IsStuck = false;
        _goOn.Release();
    }

    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        // In one piece, for a test may give it more room meanwhile.
        lock (_gate)
        {
            if (_room < 0)
                return -1;
            var sent = Math.Min(_room, bytes.Length);
            _room -= sent;
            Take(bytes[..sent]);
            return sent;
        }
    }

    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (IsStuck)
        {
            _waits.Release();
            await _goOn.WaitAsync();
        }
        if (Room < 0)
            return false;
        Take(bytes.Span);
        return true;
    }

    public void Finish(Exception? fault = null)
    {
        Fault ??= fault;
        Assert.True(_finished.TrySetResult(), "It can't end twice.");
    }

    public void Hurry(Ending why) { }

    public void Admitted(bool isIn) { }

    public void Answered()
    {
        lock (_gate)
            Answers++;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
            _taken.Append(Encoding.ASCII.GetString(bytes));
    }
}
