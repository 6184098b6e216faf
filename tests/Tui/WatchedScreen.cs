using System.Threading.Channels;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

/// <summary>A screen in memory: a test types on it, and waits until it shows something.</summary>
internal sealed class WatchedScreen(int columns, int rows) : IScreen
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly Channel<UserInput> _inputs = Channel.CreateUnbounded<UserInput>();
    private readonly Channel<string> _frames = Channel.CreateUnbounded<string>();
    private string _last = "";

    public FrameSize Size { get; } = new(columns, rows);

    public ChannelReader<UserInput> Inputs => _inputs.Reader;

    public bool IsGivenBack { get; private set; }

    /// <summary>Showing fails from now on, as a bug would.</summary>
    public bool IsBroken { get; set; }

    public void Type(string text)
    {
        foreach (var letter in text.EnumerateRunes())
            _inputs.Writer.TryWrite(new UserInput.Pressed(new Key(KeyName.Letter, letter)));
    }

    public void Press(string key) => _inputs.Writer.TryWrite(new UserInput.Pressed(Typing.KeyOf(key)));

    /// <summary>Yields the picture that has this text in it.</summary>
    public Task<string> Sees(string text) => Sees(picture => picture.Contains(text, StringComparison.Ordinal), text);

    /// <summary>A picture that is so, sooner or later: what a person waits for and not the first one with the words.</summary>
    public async Task<string> Sees(Func<string, bool> isSo, string what)
    {
        using var late = new CancellationTokenSource(Deadline);
        try
        {
            while (!isSo(_last))
                _last = await _frames.Reader.ReadAsync(late.Token);
            return _last;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{what}' was not shown; the last picture is:\n{_last}");
        }
    }

    public void Show(Frame frame)
    {
        if (IsBroken)
            throw new InvalidOperationException("the screen is broken");
        _frames.Writer.TryWrite(frame.ToText());
    }

    public void Do(Signal signal) { }

    public Task Lend(Func<Task> toWhom) => toWhom();

    public ValueTask DisposeAsync()
    {
        IsGivenBack = true;
        return ValueTask.CompletedTask;
    }
}
