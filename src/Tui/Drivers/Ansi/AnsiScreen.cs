using System.Threading.Channels;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>
/// The driver that needs nothing but a terminal of our time. Frames and signals are written on the caller's thread; what comes in is read
/// on one of the terminal's and told in its order by one loop. However the process ends, short of SIGKILL, the terminal is given back.
/// </summary>
public sealed class AnsiScreen : IScreen
{
    /// <summary>More inputs than anybody makes while a frame is drawn; beyond it the terminal is not read.</summary>
    private const int MostInputs = 4_096;

    /// <summary>How many pieces of what was typed may wait to be parsed.</summary>
    private const int MostPieces = 16;

    private readonly ITerminal _terminal;
    private readonly AnsiTraits _traits;
    private readonly TimeProvider _time;
    private readonly FrameWriter _writer;
    private readonly InputParser _parser;
    private readonly AnsiBytes _bytes = new();
    private readonly Channel<UserInput> _inputs = Channel.CreateBounded<UserInput>(MostInputs);
    private readonly Channel<TerminalNews> _news = Channel.CreateUnbounded<TerminalNews>(new() { SingleReader = true });
    private readonly SemaphoreSlim _room = new(MostPieces);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _telling;
    private CancellationTokenSource _hearing = new();
    private IDisposable _listening;
    private Task<bool>? _more;
    private Frame? _shown;
    private FrameSize _shownOn;
    private int _holds;
    private volatile bool _isStale;
    private volatile bool _isEnding;
    private bool _isGone;
    private bool _isDisposed;

    private AnsiScreen(ITerminal terminal, AnsiTraits traits, TimeProvider time)
    {
        (_terminal, _traits, _time) = (terminal, traits, time);
        _writer = new FrameWriter(traits.Depth, traits.HasStrings);
        _parser = new InputParser(traits.IsLight, terminal.Erase);
        AppDomain.CurrentDomain.UnhandledException += OnEnd;
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
        TakeOver();
        AnsiSignals.Ask(_bytes, traits.HasStrings);
        Flush();
        _listening = terminal.Listen(Hear);
        _telling = Tell();
    }

    public FrameSize Size => _terminal.Size;

    public ChannelReader<UserInput> Inputs => _inputs.Reader;

    public static AnsiScreen Open(ITerminal terminal, AnsiTraits traits, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        ArgumentNullException.ThrowIfNull(traits);
        return new AnsiScreen(terminal, traits, time);
    }

    public void Show(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (_isStale)
        {
            // The process was stopped and is back, and its shell has used the terminal meanwhile.
            _isStale = false;
            _holds = 0;
            TakeOver();
        }
        if (_holds == 0)
            return;
        var size = Size;
        _writer.Write(_bytes, size == _shownOn ? _shown : null, frame, size);
        (_shown, _shownOn) = (frame, size);
        Flush();
    }

    public void Do(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (_holds == 0)
            return;
        AnsiSignals.Write(_bytes, signal, _traits);
        Flush();
    }

    public async Task Lend(Func<Task> toWhom)
    {
        ArgumentNullException.ThrowIfNull(toWhom);
        StopListening();
        GiveBack();
        try
        {
            await toWhom();
        }
        finally
        {
            TakeOver();
            _hearing = new CancellationTokenSource();
            _listening = _terminal.Listen(Hear);
            _news.Writer.TryWrite(new TerminalNews.Resized());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        AppDomain.CurrentDomain.UnhandledException -= OnEnd;
        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        await _ended.CancelAsync();
        StopListening();
        await _telling;
        GiveBack();
        _terminal.Dispose();
        _room.Dispose();
        _ended.Dispose();
    }

    private void TakeOver()
    {
        // The last pictures of a program that was asked to leave are not worth a terminal that it leaves in disorder.
        if (_isEnding || Interlocked.Exchange(ref _holds, 1) == 1)
            return;
        _terminal.MakeRaw();
        AnsiSignals.TakeOver(_bytes, _traits.HasStrings);
        _shown = null;
        Flush();
    }

    /// <summary>Once, by the first that comes: disposal, or a thread of the runtime that tells of the process's end.</summary>
    private void GiveBack()
    {
        if (Interlocked.Exchange(ref _holds, 0) == 0)
            return;
        var bytes = new AnsiBytes();
        AnsiSignals.GiveBack(bytes, _traits.HasStrings);
        _terminal.Write(bytes.Span);
        _terminal.Restore();
    }

    private void StopListening()
    {
        _hearing.Cancel();
        _listening.Dispose();
        _hearing.Dispose();
    }

    private void OnEnd(object? sender, EventArgs e) => GiveBack();

    private void Flush()
    {
        if (!_bytes.IsEmpty)
            _terminal.Write(_bytes.Span);
        _bytes.Clear();
    }

    /// <summary>On a thread of the terminal's or of the runtime's.</summary>
    private void Hear(TerminalNews news)
    {
        _isEnding |= news is TerminalNews.Ending or TerminalNews.Gone;
        if (_isEnding || news is TerminalNews.Stopping)
            GiveBack();
        if (news is TerminalNews.Stopping or TerminalNews.Ending)
            return;
        _isStale |= news is TerminalNews.Resumed;
        try
        {
            // Reading goes on when there is room again, so that a gigabyte that is pasted waits in the terminal.
            if (news is TerminalNews.Typed)
                _room.Wait(_hearing.Token);
            _news.Writer.TryWrite(news);
        }
        catch (OperationCanceledException)
        {
            // The screen was closed or lent, and nobody is there to hear.
        }
    }

    private async Task Tell()
    {
        var inputs = new List<UserInput>();
        try
        {
            while (await ComesInTime() is var isMore && isMore != false)
            {
                if (isMore is null)
                    _parser.GiveUp(inputs);
                else if (_news.Reader.TryRead(out var news))
                    Translate(news, inputs);
                foreach (var input in inputs)
                    await _inputs.Writer.WriteAsync(input, _ended.Token);
                inputs.Clear();
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The screen was closed.
        }
        finally
        {
            _inputs.Writer.TryComplete();
        }
    }

    /// <summary>Whether there is more to tell; null if what was begun to be typed does not go on in time.</summary>
    private async Task<bool?> ComesInTime()
    {
        // One that timed out still waits, and a second one beside it would end it.
        _more ??= _news.Reader.WaitToReadAsync(_ended.Token).AsTask();
        try
        {
            var isMore = _parser.Patience is { } patience ? await _more.WaitAsync(patience, _time, _ended.Token) : await _more;
            _more = null;
            return isMore;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private void Translate(TerminalNews news, List<UserInput> inputs)
    {
        if (news is TerminalNews.Typed typed)
        {
            _room.Release();
            _parser.Take(typed.Bytes.Span, inputs);
            return;
        }
        if (news is not TerminalNews.Gone)
            inputs.Add(new UserInput.Resized(Size));
        else if (!_isGone)
            inputs.Add(new UserInput.HungUp());
        _isGone |= news is TerminalNews.Gone;
    }
}
