using System.Threading.Channels;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Bench.Recording;

/// <summary>A screen in memory that remembers what was shown when.</summary>
internal sealed class RecordedScreen(FrameSize size, TimeProvider clock) : IScreen
{
    private readonly Channel<UserInput> _inputs = Channel.CreateUnbounded<UserInput>();
    private readonly Channel<string> _shown = Channel.CreateUnbounded<string>();
    private readonly long _begun = clock.GetTimestamp();

    /// <summary>Read when the program has ended.</summary>
    public List<(TimeSpan At, Frame Frame)> Frames { get; } = [];

    public FrameSize Size => size;

    public ChannelReader<UserInput> Inputs => _inputs.Reader;

    public void Show(Frame frame)
    {
        Frames.Add((clock.GetElapsedTime(_begun), frame));
        _shown.Writer.TryWrite(frame.ToText());
    }

    public async Task Shows(string text)
    {
        await foreach (var picture in _shown.Reader.ReadAllAsync())
        {
            if (picture.Contains(text, StringComparison.Ordinal))
                return;
        }
    }

    public void Leave() => _inputs.Writer.TryWrite(new UserInput.Pressed(Key.Of('q', Modifiers.Ctrl)));

    public void Do(Signal signal) { }

    public Task Lend(Func<Task> toWhom) => toWhom();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
