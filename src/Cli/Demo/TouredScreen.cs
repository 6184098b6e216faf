using System.Threading.Channels;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Cli.Demo;

/// <summary>
/// A screen on which keys are pressed for the person, as long as they press none themselves: from then on it is theirs alone.
/// </summary>
internal sealed class TouredScreen : IScreen
{
    private readonly IScreen _own;
    private readonly Channel<UserInput> _inputs = Channel.CreateUnbounded<UserInput>();
    private readonly CancellationTokenSource _taken = new();
    public TouredScreen(IScreen own)
    {
        _own = own;
        _ = Pass();
    }

    public FrameSize Size => _own.Size;

    public ChannelReader<UserInput> Inputs => _inputs.Reader;

    /// <summary>The person has taken the keys.</summary>
    public CancellationToken Taken => _taken.Token;

    public void Press(Key key)
    {
        if (!_taken.IsCancellationRequested)
            _inputs.Writer.TryWrite(new UserInput.Pressed(key));
    }

    public void Show(Frame frame) => _own.Show(frame);

    public void Do(Signal signal) => _own.Do(signal);

    public Task Lend(Func<Task> toWhom) => _own.Lend(toWhom);

    public async ValueTask DisposeAsync()
    {
        await _own.DisposeAsync();
        // With the driver's inputs ours have ended.
        _inputs.Writer.TryComplete();
        await _taken.CancelAsync();
    }

    private async Task Pass()
    {
        try
        {
            await foreach (var input in _own.Inputs.ReadAllAsync())
            {
                if (input is UserInput.Pressed or UserInput.Pasted or UserInput.Moused)
                    await _taken.CancelAsync();
                _inputs.Writer.TryWrite(input);
            }
            _inputs.Writer.TryComplete();
        }
        catch (Exception fault)
        {
            // The program's loop hears of it, as it would without us.
            _inputs.Writer.TryComplete(fault);
        }
    }
}
