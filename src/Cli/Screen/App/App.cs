using System.Threading.Channels;
using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>
/// The chat as a program: one loop owns the screen and what it shows; the connection, the editor and the clock send it messages. It ends when
/// the connection does, and that ends when the person leaves.
/// </summary>
internal sealed partial class App : IDisposable
{
    /// <summary>Reports are whole batches; a few of them keep the loop busy, and beyond that the connection waits.</summary>
    private const int MostNews = 16;

    /// <summary>How exact a countdown is.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly IScreen _screen;
    private readonly Link _link;
    private readonly TimeProvider _clock;
    private readonly Func<UInt128> _newId;
    private readonly Outside _outside;
    private readonly Channel<AppMessage> _happened = Channel.CreateBounded<AppMessage>(MostNews);
    private readonly CancellationTokenSource _stop = new();
    private TalkModel _talk;
    private Task _lending = Task.CompletedTask;
    private bool _isOver;

    /// <param name="newId">A new random id; numbers behind it are free as well.</param>
    public App(IScreen screen, Link link, TalkModel talk, Outside outside, TimeProvider clock, Func<UInt128> newId) =>
        (_screen, _link, _talk, _outside, _clock, _newId) = (screen, link, talk, outside, clock, newId);

    /// <summary>How it stood at the end.</summary>
    public ChatModel Chat => _talk.Chat;

    public async Task Run(CancellationToken interrupted)
    {
        var talking = _link.Run(_stop.Token);
        var reporting = Report();
        await using var ticks = _clock.CreateTimer(_ => _happened.Writer.TryWrite(new AppMessage.Passed()), null, Tick, Tick);
        await using var interruption = interrupted.Register(() => _link.Post(new ClientMessage.Leave("")));
        try
        {
            Settle(TalkUpdate.Begin(_talk));
            await new ScreenLoop<AppMessage>(_screen, _happened.Reader, Did, Hear, Show, _clock).Run(() => _isOver);
        }
        finally
        {
            await _stop.CancelAsync();
            // Whoever still has the terminal gives it back first.
            await _lending;
            await talking;
            await reporting;
        }
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>The connection waits for us here, and so the server, when we are busy.</summary>
    private async Task Report()
    {
        try
        {
            await foreach (var report in _link.Reports.ReadAllAsync(_stop.Token))
                await _happened.Writer.WriteAsync(new AppMessage.Reported(report), _stop.Token);
            await _happened.Writer.WriteAsync(new AppMessage.Ended(), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The loop is over, and nobody looks any more.
        }
        catch (Exception fault)
        {
            // The loop hears of it, and with it everybody.
            _happened.Writer.Complete(fault);
        }
    }

    private void Did(UserInput input) => Update(new TalkMessage.Did(input, _clock.GetUtcNow(), _newId()));

    private void Hear(AppMessage message)
    {
        switch (message)
        {
            case AppMessage.Reported reported:
                Hear(reported.Report);
                break;
            case AppMessage.Ended:
                _isOver = true;
                break;
            case AppMessage.Passed:
                Update(new TalkMessage.Passed(_clock.GetUtcNow()));
                Chatted(ChatStep.Of(ChatUpdate.Pass(_talk.Chat, _clock.GetUtcNow())));
                break;
            case AppMessage.Edited edited:
                _isLent = false;
                Update(edited.Text is { } text ? new TalkMessage.Edited(text) : new TalkMessage.Told(edited.Wrong ?? "the editor gave nothing back"));
                break;
            case AppMessage.Told told:
                Update(new TalkMessage.Told(told.Text));
                break;
            default:
                throw new InvalidOperationException($"{message.GetType().Name} is missing in Hear.");
        }
    }

    private void Hear(LinkReport report) =>
        Chatted(ChatUpdate.Hear(_talk.Chat, report.Model, report.State, report.Events, _clock.GetUtcNow()));

    private void Chatted(ChatStep step)
    {
        step.Messages.ForEach(_link.Post);
        if (!ReferenceEquals(step.Model, _talk.Chat))
            Update(new TalkMessage.Heard(step.Model));
    }

    private void Update(TalkMessage message) => Settle(TalkUpdate.Update(_talk, message));

    private void Settle(TalkStep step)
    {
        var settled = TalkSettled.Of(step);
        _talk = settled.Model;
        settled.Messages.ForEach(_link.Post);
        settled.Effects.ForEach(Do);
    }

    private Frame? Show(FrameSize size)
    {
        if (_isLent)
            return null;
        if (size != _talk.Size)
            Update(new TalkMessage.Did(new UserInput.Resized(size), _clock.GetUtcNow(), _newId()));
        return TalkView.Show(_talk);
    }
}
