using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Connection;

/// <summary>
/// The shell around <see cref="ClientUpdate"/>: one loop owns the model, feeds it with what the server says, what the person wishes and
/// what the clock says, and does what comes out. Reading and writing have loops of their own, so that neither side of a connection waits
/// for the other.
/// </summary>
public sealed class ClientSession
{
    private static readonly ClientMessage NoGoodbye = new ClientMessage.Lost("the server did not say goodbye");

    private readonly IDuplexPipe _transport;
    private readonly IEventSink _audience;
    private readonly TimeProvider _clock;
    private readonly Channel<ClientMessage> _heard = Channel.CreateBounded<ClientMessage>(ClientLimits.Heard);
    private readonly Channel<ClientMessage> _posted = Channel.CreateUnbounded<ClientMessage>();
    private readonly Channel<byte[]> _outgoing = Channel.CreateBounded<byte[]>(ClientLimits.Outgoing);
    private readonly LineWriter _line = new();
    private Ending? _ending;
    private ITimer? _goodbye;

    public ClientSession(IDuplexPipe transport, ClientSettings settings, IEventSink audience, TimeProvider clock)
        : this(transport, new ClientModel(settings), audience, clock)
    {
    }

    /// <param name="transport">A connection over which nothing has been said.</param>
    /// <param name="model">Where it begins: with what the connection before knew.</param>
    /// <param name="audience">Who is told what happens.</param>
    /// <param name="clock">By which patience ends.</param>
    public ClientSession(IDuplexPipe transport, ClientModel model, IEventSink audience, TimeProvider clock)
    {
        _transport = transport;
        _audience = audience;
        _clock = clock;
        Model = model;
    }

    /// <summary>What is known. Read it from the audience or after the end; while the session runs, its loop alone owns it.</summary>
    public ClientModel Model { get; private set; }

    /// <summary>Something that must not wait for its turn, such as Ctrl+C. From any thread.</summary>
    public void Post(ClientMessage message) => _posted.Writer.TryWrite(message);

    /// <summary>What was posted and came too late, so that it can go to the next session. To be asked once, after the end.</summary>
    public IEnumerable<ClientMessage> TakeUnheard()
    {
        while (_posted.Reader.TryRead(out var message))
            yield return message;
    }

    /// <summary>
    /// Talks until the end. Wishes are taken one by one, only while <see cref="ClientModel.TakesMore"/>: the bound on what is under way is
    /// what holds back their writer.
    /// </summary>
    public async Task<Ending> Run(ChannelReader<ClientMessage> wishes)
    {
        using var stop = new CancellationTokenSource();
        var reading = new ServerReader(_transport.Input, _heard.Writer, _clock).Run(stop.Token);
        var writing = Write();
        await using var ticks = _clock.CreateTimer(
            _ => Post(new ClientMessage.Passed(_clock.GetUtcNow())), null, ClientLimits.Tick, ClientLimits.Tick);
        try
        {
            return await Talk(wishes, ticks);
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            await WrittenOrGivenUp(writing);
            await stop.CancelAsync();
            await reading;
            if (_goodbye is not null)
                await _goodbye.DisposeAsync();
        }
    }

    private async Task<Ending> Talk(ChannelReader<ClientMessage> wishes, ITimer ticks)
    {
        var pace = ClientLimits.Tick;
        var sources = new InputMerger(_posted.Reader, _heard.Reader, wishes);
        Do(new ClientMessage.Opened(_clock.GetUtcNow()));
        while (_ending is null)
        {
            if (sources.TryTake(Model.TakesMore, out var message))
            {
                Do(message);
                if (_audience.IsFull)
                    await _audience.Settle();
                continue;
            }
            await _audience.Settle();
            if (pace != (pace = Model.IsWaiting ? ClientLimits.Tick : ClientLimits.IdleTick))
                ticks.Change(pace, pace);
            await sources.Wait(Model.TakesMore);
        }
        await _audience.Settle();
        return _ending;
    }

    private void Do(ClientMessage message)
    {
        var (model, effects) = ClientUpdate.Update(Model, message);
        Model = model;
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case ClientEffect.Send e:
                    Send(e.Line);
                    break;
                case ClientEffect.Tell e:
                    _audience.Show(e.Event);
                    break;
                case ClientEffect.End e:
                    _ending ??= e.Ending;
                    break;
            }
        }
        if (model.Phase == ClientPhase.Leaving)
            _goodbye ??= _clock.CreateTimer(_ => Post(NoGoodbye), null, ClientLimits.Goodbye, Timeout.InfiniteTimeSpan);
    }

    private void Send(Message line)
    {
        _line.Clear();
        line.WriteTo(_line);
        if (!_outgoing.Writer.TryWrite(_line.Span().ToArray()))
            _ending ??= new Ending.Lost("the server does not read what we send");
    }

    private async Task Write()
    {
        try
        {
            while (await _outgoing.Reader.WaitToReadAsync())
            {
                while (_outgoing.Reader.TryRead(out var line))
                    _transport.Output.Write(line);
                await _transport.Output.FlushAsync();
            }
        }
        catch (IOException)
        {
            // The reader learns of it from the same connection, and it may still find why there, in an ERROR from the server.
        }
    }

    /// <summary>The last lines, QUIT among them, get as long as a goodbye may take.</summary>
    private async Task WrittenOrGivenUp(Task writing)
    {
        try
        {
            await writing.WaitAsync(ClientLimits.Goodbye, _clock);
        }
        catch (TimeoutException)
        {
            _transport.Output.CancelPendingFlush();
        }
    }
}
