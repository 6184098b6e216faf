using System.Buffers;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Transport;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// One connection: reads lines, turns them into messages to the hub, and slows down a client that is too fast. It decides
/// nothing about people and rooms. All that it says goes through the hub too, so that it keeps its order.
/// </summary>
public sealed partial class Session
{
    private readonly ITransport _transport;
    private readonly ServerContext _context;
    private readonly LocalConnection _connection;
    private readonly LineReader _lines = new(LineLimits.FromClient);
    private TokenBucket _bucket;
    private bool _isOver;

    /// <summary>From where it counts as coming.</summary>
    private NetworkAddress? _place;

    public Session(ITransport transport, ServerContext context, ConnectionId id)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(context);
        (_transport, _context) = (transport, context);
        Certificate = transport.Certificate is { } shown && CertificatePrint.Parse(shown).TryGet(out var print) ? print : null;
        _connection = new LocalConnection(id, this, Addresses.Of(transport.Address));
        _bucket = new TokenBucket(context.Clock, context.Info.Live.Current);
        _began = _heard = context.Clock.GetTimestamp();
    }

    public ConnectionId Id => _connection.Id;

    /// <summary>Why reading stops for a moment, although there may be whole lines.</summary>
    private enum Pause
    {
        ForMore,
        ForAdmission,
        ForAnswers,
        ForWork,
        ForTokens,
        ForEver,
    }

    public async Task Run()
    {
        if (IsKeptOut())
        {
            PostAll(null);
            await _finished.Task.ConfigureAwait(false);
        }
        else if (_context.Places.Enter(Address) is { } full)
            await TurnAway(new Ending(CloseReason.TooManyConnections, full)).ConfigureAwait(false);
        else
            await Stay(Address).ConfigureAwait(false);
    }

    private async Task Stay(NetworkAddress? place)
    {
        _place = place;
        try
        {
            var reason = await Read().ConfigureAwait(false);
            if (!_isOver)
                await TurnAway(new Ending(reason)).ConfigureAwait(false);
            await _finished.Task.ConfigureAwait(false);
        }
        finally
        {
            _context.Places.Leave(_place);
        }
    }

    private Task TurnAway(Ending why)
    {
        End(why);
        PostAll(null);
        return _finished.Task;
    }

    /// <summary>From where everybody is banned nothing is heard at all, and nobody waits for them.</summary>
    private bool IsKeptOut()
    {
        if (Address is not { } address || !_context.World.Bans.Of(address).TryGet(out var ban))
            return false;
        Reply(new IrcReply.KeptOut(BanWords.Sentence(ban)));
        End(new Ending(CloseReason.Banned, ban.Reason.Text));
        return true;
    }

    private async Task<CloseReason> Read()
    {
        var input = _transport.Input;
        try
        {
            while (!_finished.Task.IsCompleted)
            {
                var read = await input.ReadAsync().ConfigureAwait(false);
                var buffer = read.Buffer;
                var pause = Feed(ref buffer, out var delay);
                input.AdvanceTo(buffer.Start, pause == Pause.ForMore ? buffer.End : buffer.Start);
                if (pause == Pause.ForEver)
                    return CloseReason.Quit;
                if (pause != Pause.ForMore)
                    await Rest(pause, delay).ConfigureAwait(false);
                else if (read.IsCompleted)
                    return CloseReason.ConnectionClosed;
            }
            return _why;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            _context.Log.LogDebug("Connection {Connection} broke: {Why}", Id.Number, gone.Message);
            return CloseReason.ConnectionLost;
        }
    }

    /// <summary>Takes whole lines off the buffer until there is none or something has to happen first.</summary>
    private Pause Feed(ref ReadOnlySequence<byte> buffer, out TimeSpan delay)
    {
        delay = TimeSpan.Zero;
        while (true)
        {
            if (IsWaitingForWork())
                return Pause.ForWork;
            if (_isOver)
                return Pause.ForEver;
            if (IsWaitingForAdmission())
                return Pause.ForAdmission;
            if (IsFull)
                return Pause.ForAnswers;
            var found = _lines.TryRead(ref buffer, out var bytes);
            if (found == LineRead.NeedMore)
                return Pause.ForMore;
            _heard = _context.Clock.GetTimestamp();
            _wasAsked = false;
            Take(found, bytes);
            if (_context.Info.Live.Current is { HasFloodControl: true } now && (delay = _bucket.Take(now)) > TimeSpan.Zero)
                return Pause.ForTokens;
        }
    }

    /// <summary>The end of the connection ends every pause, for who is gone is not answered any more.</summary>
    private Task<Task> Rest(Pause pause, TimeSpan delay) => Task.WhenAny(_finished.Task, pause switch
    {
        Pause.ForAdmission => _admission!.Task,
        Pause.ForAnswers => WhenAnswered(),
        Pause.ForWork => Working(),
        Pause.ForTokens => Task.Delay(delay, _context.Clock),
        Pause.ForMore or Pause.ForEver => throw new InvalidOperationException($"{pause} is not waited for here."),
    });

    private void Take(LineRead found, ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (found == LineRead.TooLong)
                Faults.TellTooLong(this);
            else if (Line.Parse(bytes, out var line) is var fault and not LineFault.None)
                Faults.Tell(this, fault, line);
            else
                CommandTable.Run(this, line);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Fail(fault);
        }
    }

    /// <summary>A bug in a handler costs the connection whose line met it, and nobody else notices.</summary>
    private void Fail(Exception fault)
    {
        _context.Log.LogError(fault, "Connection {Connection} ends: a line of it could not be handled", Id.Number);
        _wishes.Clear();
        End(new Ending(CloseReason.ServerFailed));
        PostAll(null);
    }

    /// <summary>The connection has to end: its departure takes its place behind everything that it sent before.</summary>
    public void End(Ending reason)
    {
        _isOver = true;
        _work = null;
        Note(reason);
        _wishes.Add(new HubRequest.Disconnect(reason));
    }
}
