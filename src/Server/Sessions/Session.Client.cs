using System.IO.Pipelines;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Hubs;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>What the hub and the sweep do with a session. Nothing here runs anybody else's code on their threads.</summary>
public sealed partial class Session : IClient
{
    private readonly TaskCompletionSource _finished = new();
    private readonly long _began;
    private TaskCompletionSource? _admission;
    private TaskCompletionSource? _answered;
    private long _heard;
    private long _hurried;
    private int _underWay;
    private bool _wasAsked;
    private volatile bool _isRegistered;
    private object? _ending;
    private volatile CloseReason _why = CloseReason.ConnectionLost;

    /// <summary>Whether its person was let in. The hub's thread says so; the reader and the sweep look.</summary>
    public bool IsRegistered => _isRegistered;

    /// <summary>Why it ends, as the first of the reader, the hub and the sweep said; null as long as none did.</summary>
    public Ending? Ending => (Ending?)Volatile.Read(ref _ending);

    public int MostWaiting => _context.Info.Live.Current.BacklogBytes;

    /// <summary>Everything is sent that ever will be.</summary>
    public Task Ended => _finished.Task;

    private bool IsFull => Volatile.Read(ref _underWay) >= Limits.CommandsUnderWay;

    public PipeScheduler Workers => _context.Workers;

    public int TrySend(ReadOnlySpan<byte> bytes) => _transport.TrySend(bytes);

    public ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes) => _transport.SendAsync(bytes);

    public void Finish(Exception? fault = null)
    {
        if (fault is not null)
        {
            _why = CloseReason.ServerFailed;
            _context.Log.LogError(fault, "Connection {Connection} ends: an answer could not be given", Id.Number);
        }
        // Not here: the reader's continuation, and all of the end, runs on the thread that says so.
        Workers.Schedule(static ended => ((Session)ended!).Wake(), this);
    }

    public void Hurry(Ending why)
    {
        Note(why);
        Interlocked.CompareExchange(ref _hurried, _context.Clock.GetTimestamp() | 1, 0);
    }

    public void Admitted(bool isIn)
    {
        if (isIn && !IsRegistered)
            _context.Census.LetIn();
        _isRegistered = isIn;
        Complete(_admission);
    }

    public void Answered()
    {
        if (Interlocked.Decrement(ref _underWay) == Limits.CommandsUnderWay / 2)
            Complete(Volatile.Read(ref _answered));
    }

    /// <summary>Looks after time: a handshake that takes too long, a silent client, an end that does not come.</summary>
    public void Sweep(long now)
    {
        var settings = _context.Info.Live.Current;
        var hurried = Interlocked.Read(ref _hurried);
        if (hurried != 0)
        {
            if (Elapsed(hurried, now) >= Limits.CloseTimeout)
                Abort(new Ending(CloseReason.CloseTimeout));
        }
        else if (!IsRegistered)
        {
            if (Elapsed(_began, now) >= settings.Handshake)
                TimeOut();
        }
        else if (Elapsed(_heard, now) >= settings.PingTimeout)
        {
            HangUp(new Ending(CloseReason.PingTimeout));
        }
        else if (!_wasAsked && Elapsed(_heard, now) >= settings.PingAfter)
        {
            _wasAsked = true;
            Post(new HubRequest.Render(new IrcReply.Ping()));
        }
    }

    /// <summary>What the server can do has changed. Who is not in yet is told how it is now, and nothing else.</summary>
    /// <param name="tokens">Those of 005.</param>
    /// <param name="capability">With its new value.</param>
    public void Announce(Domain.Data.ValueList<string> tokens, string? capability)
    {
        if (!IsRegistered)
            return;
        if (!tokens.IsEmpty)
            Post(new HubRequest.Render(new IrcReply.SupportChanged(tokens)));
        if (capability is not null && _registration.HearsOfCapabilities)
            Post(new HubRequest.Render(new IrcReply.Cap("*", "NEW", capability)));
    }

    /// <summary>Makes sure that the hub knows of it, even if its client has said nothing yet.</summary>
    public void Present() => Post(new HubRequest.Nothing());

    /// <summary>Ends without a word, because nobody hears one.</summary>
    public void Abort(Ending reason)
    {
        Note(reason);
        _transport.Abort(CloseReasons.Words(reason, _context.Info.Live.Current));
        Finish();
    }

    /// <summary>The state is a value, so it can be looked at from here; what comes of it goes through the hub.</summary>
    private void TimeOut()
    {
        foreach (var output in Registration.Step(_registration, new Registration.Input.TimedOut(), Terms).Outputs)
        {
            if (output is Registration.Output.End end)
                HangUp(new Ending(end.Why));
        }
    }

    private void Wake()
    {
        _finished.TrySetResult();
        _transport.Input.CancelPendingRead();
    }

    /// <summary>Who waits for it goes on elsewhere than on the hub's thread.</summary>
    private void Complete(TaskCompletionSource? awaited)
    {
        if (awaited is not null)
            Workers.Schedule(static done => ((TaskCompletionSource)done!).TrySetResult(), awaited);
    }

    /// <summary>The first one who says why is right.</summary>
    private void Note(Ending reason) => Interlocked.CompareExchange(ref _ending, reason, null);

    private void HangUp(Ending reason)
    {
        Hurry(reason);
        Post(new HubRequest.Disconnect(reason));
    }

    private TimeSpan Elapsed(long from, long to) => _context.Clock.GetElapsedTime(from, to);

    /// <summary>Ends when the hub has caught up with half of what is under way.</summary>
    private async Task WhenAnswered()
    {
        var answered = new TaskCompletionSource();
        Volatile.Write(ref _answered, answered);
        // It may have happened before anybody could know that we wait.
        if (Volatile.Read(ref _underWay) <= Limits.CommandsUnderWay / 2)
            answered.TrySetResult();
        await answered.Task.ConfigureAwait(false);
        Volatile.Write(ref _answered, null);
    }
}
