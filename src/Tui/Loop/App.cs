using System.Threading.Channels;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Loop;

/// <summary>
/// The full-screen client as a program: one loop owns the screen and all that it shows, the form or the chat; the connection, the editor and
/// the clock send it messages. What becomes of them is decided by pure functions; this carries it out.
/// </summary>
internal sealed partial class App(IScreen screen, AppSettings settings, ExternalPrograms programs, TimeProvider clock, Func<UInt128> newId) : IAsyncDisposable
{
    /// <summary>Reports are whole batches; a few of them keep the loop busy, and beyond that the connection waits.</summary>
    private const int MostNews = 16;

    /// <summary>How exact a countdown is.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Channel<AppMessage> _happened = Channel.CreateBounded<AppMessage>(MostNews);
    private readonly CancellationTokenSource _stop = new();
    private ITimer? _alarm;
    private DateTimeOffset _wakesAt = DateTimeOffset.MaxValue;
    private bool _isOver;

    /// <summary>What nobody had confirmed at the end.</summary>
    public IReadOnlyList<string> Unconfirmed => [.. _unsaid, .. _talk?.Networks.All.SelectMany(network => network.Chat.Client.Unconfirmed) ?? []];

    /// <param name="form">What is known of where to and as whom.</param>
    /// <param name="straight">It is enough: connect at once.</param>
    public async Task Run(FormModel form, FormValues? straight, CancellationToken interrupted)
    {
        await using var alarm = _alarm = clock.CreateTimer(_ => _ = Tell(new AppMessage.Passed()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var interruption = interrupted.Register(() => _ = Tell(new AppMessage.Interrupted()));
        _form = form;
        if (straight is not null)
            Begin(straight);
        await new ScreenLoop<AppMessage>(screen, _happened.Reader, Did, Hear, Show, clock).Run(() => _isOver);
        Keep();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // An editor that still has the terminal gives it back first.
        await _lending;
        foreach (var connection in _connections.Values.Concat(_dialled is null ? [] : [_dialled]))
            await connection.DisposeAsync();
        await Task.WhenAll(_left);
        _stop.Dispose();
    }

    private void Did(UserInput input)
    {
        if (input is UserInput.BackgroundKnown background)
            Dress(background.IsLight);
        // Whether one looks at the window counts for the chat behind the form too.
        if (_isFilling && input is not UserInput.Focused)
            Fill(input);
        else
            Update(new TalkMessage.Did(input, clock.GetUtcNow(), newId()));
        _isKept = false;
        Rest();
    }

    private bool Hear(AppMessage message)
    {
        var isNews = Take(message);
        _isKept &= message is AppMessage.Passed;
        Rest();
        return isNews;
    }

    private bool Take(AppMessage message)
    {
        switch (message)
        {
            case AppMessage.Reported reported:
                Hear(reported);
                break;
            case AppMessage.Ended ended:
                End(ended.From);
                break;
            case AppMessage.Passed:
                return Pass();
            case AppMessage.Edited edited:
                Hear(edited);
                break;
            case AppMessage.Interrupted:
                Quit("");
                break;
        }
        return true;
    }

    private void Hear(AppMessage.Reported reported)
    {
        if (ReferenceEquals(reported.From, _dialled))
            HearWhileConnecting(reported.From, reported.Report);
        else if (ReferenceEquals(reported.From, _connections.GetValueOrDefault(reported.From.Network)))
            HearNetwork(reported.From, reported.Report);
    }

    /// <summary>Where nothing waits, time changes nothing that is shown.</summary>
    private bool Pass()
    {
        _wakesAt = DateTimeOffset.MaxValue;
        if (clock.GetUtcNow() - _keptAt >= Keeping)
            Keep();
        if (!IsWaiting)
            return false;
        Update(new TalkMessage.Passed(clock.GetUtcNow()));
        Chatted(NetworksUpdate.Pass(_talk!.Networks, clock.GetUtcNow()));
        return true;
    }

    private bool IsWaiting => _talk is not null && _talk.Networks.All.Exists(network => network.Chat.IsWaiting);

    /// <summary>The clock is looked at again only where it matters, so that a day of idling costs next to nothing.</summary>
    private void Rest()
    {
        var now = clock.GetUtcNow();
        var next = IsWaiting ? now + Tick : _isKept ? DateTimeOffset.MaxValue : _keptAt + Keeping;
        if (next >= _wakesAt)
            return;
        _wakesAt = next;
        _alarm!.Change(next > now ? next - now : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>With connections the goodbyes come first, and the end of the last one is ours.</summary>
    private void Quit(string farewell)
    {
        _isLeaving = true;
        Forget();
        foreach (var connection in _connections.Values)
            connection.Post(new ClientMessage.Leave(farewell));
        _isOver |= _connections.Count == 0;
    }

    private Frame? Show(FrameSize size)
    {
        if (_isLent)
            return null;
        if (_talk is null || _isFilling)
            return _shown = FormView.Paint(_form, size, _theme);
        if (size != _talk.Size)
            Update(new TalkMessage.Did(new UserInput.Resized(size), clock.GetUtcNow(), newId()));
        return TalkView.Show(_talk);
    }

    private async Task Tell(AppMessage message)
    {
        try
        {
            await _happened.Writer.WriteAsync(message, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The loop is over, and nobody looks any more.
        }
    }
}
