using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;

namespace ChatRoom.Tui.Drivers.TerminalGui;

/// <summary>
/// The toolkit without its reading, which would look 50 times a second whether somebody types, and costs 950 s of CPU in a day of which nobody
/// types a letter. The terminal is read beside it. That the input can be chosen is known to the toolkit's own tests alone, so their door is taken.
/// </summary>
internal static class SilentToolkit
{
    public static IApplication Create() => (IApplication)NewApplication(new Factory());

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType("Terminal.Gui.App.ApplicationImpl, Terminal.Gui")]
    private static extern object NewApplication(IComponentFactory factory);

    private sealed class Factory : AnsiComponentFactory
    {
        public override IInput<char> CreateInput() => new NoInput();
    }

    private sealed class NoInput : IInput<char>
    {
        public CancellationTokenSource? ExternalCancellationTokenSource { get; set; }

        public void Initialize(ConcurrentQueue<char> inputQueue)
        {
            // What is typed is put into the same queue by who reads.
        }

        public void Run(CancellationToken runCancellationToken) => runCancellationToken.WaitHandle.WaitOne();

        public void Dispose()
        {
            // Nothing was opened.
        }
    }
}
