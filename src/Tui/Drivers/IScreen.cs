using System.Threading.Channels;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers;

/// <summary>
/// A driver: shows frames and tells what the person does. It takes the terminal over when it is made and gives it back, as it was, when it
/// is disposed, also after a crash. Only the owner's loop calls it; inputs come from whatever thread the driver has.
/// </summary>
public interface IScreen : IAsyncDisposable
{
    FrameSize Size { get; }

    ChannelReader<UserInput> Inputs { get; }

    /// <summary>Shows a frame of the screen's size; one of another size is shown as far as it fits.</summary>
    void Show(Frame frame);

    void Do(Signal signal);

    /// <summary>Gives the terminal to another program, such as an editor, and takes it back when that is done.</summary>
    Task Lend(Func<Task> toWhom);
}
