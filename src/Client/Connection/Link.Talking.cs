using System.Collections.Immutable;
using System.Threading.Channels;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>What a link has under way: a connection that is being made, or one over which a session talks.</summary>
public sealed partial class Link
{
    private CancellationTokenSource? _dialling;
    private ITimer? _timer;
    private IWire? _wire;
    private ClientSession? _session;
    private Task _underWay = Task.CompletedTask;

    private void BeginDial(CancellationToken stop)
    {
        _dialling?.Dispose();
        _dialling = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _underWay = Loudly(Dial(_dialling.Token));
    }

    private async Task Dial(CancellationToken cancel)
    {
        try
        {
            var result = await _dial(cancel);
            if (result is DialResult.Connected connected)
                _wire = connected.Transport;
            _inbox.Writer.TryWrite(result is DialResult.Connected
                ? new LinkMessage.Reached()
                : new LinkMessage.Unreached(result, _clock.GetUtcNow(), _chance.NextDouble()));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The caller that cancelled knows, and waits for nothing.
        }
    }

    private void BeginTalk(ClientModel client, CancellationToken stop)
    {
        var wire = _wire ?? throw new InvalidOperationException("There is no connection to talk over.");
        var session = new ClientSession(wire, client, new Reporter(this, stop), _clock);
        _session = session;
        _underWay = Loudly(Talk(session));
    }

    /// <summary>All that a person wants is posted; nothing else is to be said.</summary>
    private async Task Talk(ClientSession session)
    {
        var nothing = Channel.CreateBounded<ClientMessage>(1);
        var ending = await session.Run(nothing.Reader);
        _inbox.Writer.TryWrite(new LinkMessage.Ended(ending, session.Model, _clock.GetUtcNow(), _chance.NextDouble()));
    }

    /// <summary>What was posted to the session after its end.</summary>
    private async Task<List<ClientMessage>> EndTalk()
    {
        await _underWay;
        List<ClientMessage> unheard = [.. _session?.TakeUnheard() ?? []];
        _session = null;
        await DisposeWire();
        return unheard;
    }

    /// <summary>A fault of a part is a fault of the whole, and not a silence.</summary>
    private async Task Loudly(Task part)
    {
        try
        {
            await part;
        }
        catch (Exception fault)
        {
            _inbox.Writer.TryComplete(fault);
        }
    }

    private void StopWaiting()
    {
        _dialling?.Cancel();
        _timer?.Dispose();
        _timer = null;
    }

    private async Task Close()
    {
        StopWaiting();
        _session?.Post(new ClientMessage.Lost("nobody wants it any more"));
        await _underWay;
        await DisposeWire();
    }

    private async Task DisposeWire()
    {
        if (_wire is not null)
            await _wire.DisposeAsync();
        _wire = null;
    }

    /// <summary>Collects what a session tells until it has nothing more to do, and reports it together.</summary>
    private sealed class Reporter(Link link, CancellationToken stop) : IEventSink
    {
        private readonly ImmutableList<ChatEvent>.Builder _told = ImmutableList.CreateBuilder<ChatEvent>();
        private ClientModel? _reported;

        public bool IsFull => _told.Count >= ClientLimits.Told;

        public void Show(ChatEvent happened) => _told.Add(happened);

        public async ValueTask Settle()
        {
            var known = link._session?.Model;
            if (known is null || (_told.Count == 0 && ReferenceEquals(known, _reported)))
                return;
            LinkState state = known.ReadyAt is null ? new LinkState.Connecting() : new LinkState.Online();
            var report = new LinkReport(known, state, _told.ToImmutable());
            _told.Clear();
            _reported = known;
            await link._reports.Writer.WriteAsync(report, stop);
        }
    }
}
