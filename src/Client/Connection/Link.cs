using System.Collections.Immutable;
using System.Threading.Channels;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>
/// A connection that is made again whenever it breaks, until the person leaves: the shell around <see cref="LinkUpdate"/>. One loop owns the
/// model; while a <see cref="ClientSession"/> talks, that one owns what is known, and hands it back at its end. Reports wait for their reader,
/// and with them the session, and so the server: nothing is dropped.
/// </summary>
public sealed partial class Link
{
    private readonly Func<CancellationToken, Task<DialResult>> _dial;
    private readonly TimeProvider _clock;
    private readonly Random _chance;
    private readonly Channel<LinkMessage> _inbox = Channel.CreateUnbounded<LinkMessage>();
    private readonly Channel<LinkReport> _reports = Channel.CreateBounded<LinkReport>(ClientLimits.Reports);
    private LinkModel _model;
    private ImmutableList<ChatEvent> _told = [];

    /// <param name="settings">Who comes, and how patient it is.</param>
    /// <param name="dial">Makes a connection, each time anew.</param>
    /// <param name="clock">By which patience ends.</param>
    /// <param name="chance">For the waits between tries; only the link's loop uses it.</param>
    public Link(LinkSettings settings, Func<CancellationToken, Task<DialResult>> dial, TimeProvider clock, Random chance)
    {
        _model = new LinkModel(settings);
        (_dial, _clock, _chance) = (dial, clock, chance);
    }

    /// <summary>What happens, for one reader, who has to keep reading until it ends. It ends when the link does.</summary>
    public ChannelReader<LinkReport> Reports => _reports.Reader;

    /// <summary>Something that the person wants. From any thread.</summary>
    public void Post(ClientMessage message) => _inbox.Writer.TryWrite(new LinkMessage.Posted(message));

    /// <summary>Not to wait any longer, to go on with other settings, or to give up a connection that may be dead. From any thread.</summary>
    public void TryNow(ClientSettings? changed = null) => _inbox.Writer.TryWrite(new LinkMessage.TryNow(changed));

    /// <summary>Runs until the person has left (<see cref="ClientMessage.Leave"/>) or nobody wants it any more.</summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            await Do(new LinkMessage.Begun(), stop);
            while (_model.Phase != LinkPhase.Left)
                await Do(await _inbox.Reader.ReadAsync(stop), stop);
            _reports.Writer.Complete();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody wants it any more, and what it had to report neither.
            _reports.Writer.Complete();
        }
        catch (Exception fault)
        {
            _reports.Writer.Complete(fault);
            throw;
        }
        finally
        {
            await Close();
        }
    }

    private async Task Do(LinkMessage message, CancellationToken stop)
    {
        var before = _model;
        if (message is LinkMessage.Ended)
        {
            var unheard = await EndTalk();
            Take(message, stop);
            foreach (var late in unheard)
                Take(new LinkMessage.Posted(late), stop);
        }
        else
        {
            Take(message, stop);
        }
        // While a session talks, it reports what it knows itself, and better.
        var isNews = _told.Count > 0 || !ReferenceEquals(before.Client, _model.Client) || before.State != _model.State;
        if (_model.Phase == LinkPhase.Talking || !isNews)
            return;
        await _reports.Writer.WriteAsync(new LinkReport(_model.Client, _model.State, _told), stop);
        _told = [];
    }

    private void Take(LinkMessage message, CancellationToken stop)
    {
        var (model, effects) = LinkUpdate.Update(_model, message);
        _model = model;
        foreach (var effect in effects)
            Carry(effect, stop);
    }

    private void Carry(LinkEffect effect, CancellationToken stop)
    {
        switch (effect)
        {
            case LinkEffect.Dial:
                BeginDial(stop);
                break;
            case LinkEffect.Talk talk:
                BeginTalk(talk.Client, stop);
                break;
            case LinkEffect.Pass pass:
                _session?.Post(pass.Message);
                break;
            case LinkEffect.Wake wake:
                _timer = _clock.CreateTimer(_ => _inbox.Writer.TryWrite(new LinkMessage.Due()), null, wake.After, Timeout.InfiniteTimeSpan);
                break;
            case LinkEffect.StopWaiting:
                StopWaiting();
                break;
            case LinkEffect.Tell tell:
                _told = _told.Add(tell.Event);
                break;
        }
    }
}
