using System.Threading.Channels;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

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

    /// <summary>A crash costs no more than this of what was read and written.</summary>
    private static readonly TimeSpan Keeping = TimeSpan.FromSeconds(20);

    private readonly Channel<AppMessage> _happened = Channel.CreateBounded<AppMessage>(MostNews);
    private readonly CancellationTokenSource _stop = new();
    private Connection? _connection;
    private LeftServer? _found;
    private LeftServer? _kept;
    private DateTimeOffset _keptAt;
    private bool _isOver;

    /// <summary>What nobody had confirmed at the end.</summary>
    public IReadOnlyList<string> Unconfirmed => _talk?.Networks.All.SelectMany(network => network.Chat.Client.Unconfirmed).ToList() ?? [];

    /// <param name="form">What is known of where to and as whom.</param>
    /// <param name="straight">It is enough: connect at once.</param>
    public async Task Run(FormModel form, FormValues? straight, CancellationToken interrupted)
    {
        await using var ticks = clock.CreateTimer(_ => _happened.Writer.TryWrite(new AppMessage.Passed()), null, Tick, Tick);
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
        // Whoever still has the terminal gives it back first.
        await _lending;
        if (_connection is not null)
            await _connection.DisposeAsync();
        await Task.WhenAll(_left);
        _stop.Dispose();
    }

    private void Did(UserInput input)
    {
        if (input is UserInput.BackgroundKnown background)
            Dress(background.IsLight);
        if (_talk is not null)
            Update(new TalkMessage.Did(input, clock.GetUtcNow(), newId()));
        else
            Fill(input);
    }

    private void Hear(AppMessage message)
    {
        switch (message)
        {
            case AppMessage.Reported reported:
                Hear(reported);
                break;
            case AppMessage.Ended ended:
                _isOver |= ReferenceEquals(ended.From, _connection);
                break;
            case AppMessage.Passed:
                Pass();
                break;
            case AppMessage.Edited edited:
                Hear(edited);
                break;
            case AppMessage.Interrupted:
                Quit("");
                break;
        }
    }

    private void Hear(AppMessage.Reported reported)
    {
        if (!ReferenceEquals(reported.From, _connection))
            return;
        if (_talk is null)
            HearWhileConnecting(reported.From, reported.Report);
        else
            Chatted(NetworksUpdate.Hear(
                _talk.Networks, reported.From.Network, reported.Report.Model, reported.Report.State, reported.Report.Events, clock.GetUtcNow()));
    }

    private void Pass()
    {
        if (_talk is null)
            return;
        Update(new TalkMessage.Passed(clock.GetUtcNow()));
        Chatted(NetworksUpdate.Pass(_talk.Networks, clock.GetUtcNow()));
        if (clock.GetUtcNow() - _keptAt >= Keeping)
            Keep();
    }

    /// <summary>What one would find again, also after a crash. A file that can't be written is told at the start, when servers are remembered.</summary>
    private void Keep()
    {
        _keptAt = clock.GetUtcNow();
        if (_talk is null || _connection is null || _talk.Networks.Find(_connection.Network) is not { } network
            || Places.Of(_talk, network, _connection.Values) is not { } left || Places.AreSame(left, _kept))
            return;
        _kept = left;
        settings.Remember(left);
    }

    /// <summary>With a connection the goodbye comes first, and its end is ours.</summary>
    private void Quit(string farewell)
    {
        if (_connection is null)
            _isOver = true;
        else
            _connection.Post(new ClientMessage.Leave(farewell));
    }

    private Frame? Show(FrameSize size)
    {
        if (_isLent)
            return null;
        if (_talk is null)
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
