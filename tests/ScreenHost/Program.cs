using System.Runtime.InteropServices;
using System.Text;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

// A screen and nothing behind it, for tests on a real terminal: ScreenHost NAME. It shows the last key, and says on stderr what it is told.
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
switch (Screens.Open(args[0], Environment.GetEnvironmentVariable, TimeProvider.System))
{
    case ScreenOpening.Refused refused:
        Console.Error.WriteLine($"refused {refused.Reason}");
        return 1;
    case ScreenOpening.Opened opened:
        await using (opened.Screen)
            await Run(opened.Screen);
        Console.Error.WriteLine("ended");
        return 0;
    default:
        return 2;
}

static async Task Run(IScreen screen)
{
    var last = "-";
    screen.Show(Picture(screen.Size, last));
    Console.Error.WriteLine("open");
    await foreach (var input in screen.Inputs.ReadAllAsync())
    {
        if (input is UserInput.Pressed { Key: var key })
        {
            if (key == Key.Of('q', Modifiers.Ctrl))
                return;
            if (key == Key.Of('x', Modifiers.Ctrl))
                new Thread(() => throw new InvalidOperationException("a bug, as asked for")).Start();
            last = key.Name == KeyName.Letter ? key.Letter.ToString() : key.Name.ToString();
        }
        screen.Show(Picture(screen.Size, last));
        Console.Error.WriteLine(Report(input));
        if (input is UserInput.HungUp)
            return;
    }
}

static string Report(UserInput input) => input switch
{
    UserInput.Pasted pasted => $"pasted {Convert.ToBase64String(Encoding.UTF8.GetBytes(pasted.Text))}",
    UserInput.Pressed { Key: var key } => $"pressed {key.Modifiers} {key.Name} {key.Letter}",
    UserInput.Resized { Size: var size } => $"resized {size.Columns}x{size.Rows}",
    UserInput.Moused moused => $"moused {moused.Action} {moused.X},{moused.Y}",
    UserInput.Focused focused => $"focused {focused.HasFocus}",
    UserInput.BackgroundKnown known => $"background {known.IsLight}",
    _ => "hung up",
};

// A mark in each corner, so that a wrong size shows; colours, so that their depth does.
static Frame Picture(FrameSize size, string last)
{
    var ground = new Style(new Rgb(200, 210, 220), new Rgb(20, 30, 40));
    var canvas = new Canvas(size, ground) { Caret = new Caret(0, 0) };
    canvas.Write(0, 0, last, ground with { Foreground = new Rgb(255, 135, 0), Emphasis = Emphasis.Bold });
    canvas.Write(size.Columns - 1, 0, "1", ground);
    canvas.Write(0, size.Rows - 1, "2", ground);
    canvas.Write(size.Columns - 1, size.Rows - 1, "3", ground);
    return canvas.ToFrame();
}
