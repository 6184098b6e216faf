using Terminal.Gui.App;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using Attribute = Terminal.Gui.Drawing.Attribute;
using Color = Terminal.Gui.Drawing.Color;
using ToolkitCursor = Terminal.Gui.Drivers.Cursor;
using Point = System.Drawing.Point;

namespace ChatRoom.Cli.Screen;

/// <summary>The toolkit's one view: paints a frame cell by cell, and tells what happens to it. All but <see cref="Show"/> is on its thread.</summary>
internal sealed class FrameView : Runnable
{
    private readonly Action<UserInput> _tell;
    private readonly Lock _gate = new();
    private FrameSize _size = new(80, 24);
    private Frame? _frame;
    private bool _isDrawn = true;
    private Cell[] _row = [];

    public FrameView(Action<UserInput> tell)
    {
        _tell = tell;
        (X, Y, Width, Height) = (0, 0, Dim.Fill(), Dim.Fill());
        CanFocus = true;
    }

    public FrameSize Size
    {
        get
        {
            lock (_gate)
                return _size;
        }
    }

    /// <summary>Whether somebody has to ask for drawing; otherwise that was done already, and this frame is drawn in place of the one before.</summary>
    public bool Show(Frame frame)
    {
        lock (_gate)
        {
            var wasDrawn = _isDrawn;
            (_frame, _isDrawn) = (frame, false);
            return wasDrawn;
        }
    }

    public void Attach(IApplication application, bool isReal)
    {
        if (isReal)
            application.Driver!.SetScreenSize(Console.WindowWidth, Console.WindowHeight);
        SetSize(application.Screen.Width, application.Screen.Height);
        application.ScreenChanged += (_, changed) =>
        {
            if (SetSize(changed.Value.Width, changed.Value.Height))
                _tell(new UserInput.Resized(Size));
        };
        application.Paste += OnPasted;
        application.Driver!.DefaultAttributeChanged += (_, changed) => TellBackground(changed.NewValue);
        TellBackground(application.Driver.DefaultAttribute);
    }

    protected override bool OnDrawingContent(DrawContext? context)
    {
        Frame? frame;
        lock (_gate)
            (frame, _isDrawn) = (_frame, true);
        if (frame is null)
            return true;
        // Asked for here: the toolkit does not always tell of the first size.
        var size = new FrameSize(Viewport.Width, Viewport.Height);
        if (_row.Length < size.Columns)
            _row = new Cell[size.Columns];
        for (var y = 0; y < size.Rows; y++)
        {
            Cell.Fill(_row.AsSpan(0, size.Columns), y < frame.Rows.Count ? frame.Rows[y] : null, frame.Size.Columns);
            DrawRow(y, size.Columns);
        }
        var caret = frame.Caret is { } at && Area.Of(size).Contains(at.X, at.Y) ? at : (Caret?)null;
        Cursor = caret is { } place
            ? new ToolkitCursor { Position = ViewportToScreen(new Point(place.X, place.Y)), Style = CursorStyle.Default }
            : new ToolkitCursor { Style = CursorStyle.Hidden };
        return true;
    }

    protected override bool OnKeyDown(Terminal.Gui.Input.Key key)
    {
        foreach (var pressed in ToolkitKeys.Of(key))
            _tell(new UserInput.Pressed(pressed));
        return true;
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        if (ToolkitKeys.ActionOf(mouse.Flags) is { } action)
            _tell(new UserInput.Moused(action, mouse.ScreenPosition.X, mouse.ScreenPosition.Y, ToolkitKeys.ModifiersOf(mouse.Flags)));
        return true;
    }

    /// <summary>As it came: what makes text harmless is ours.</summary>
    private void OnPasted(object? sender, PasteEventArgs pasted)
    {
        pasted.Handled = true;
        _tell(new UserInput.Pasted(pasted.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
    }

    private void DrawRow(int y, int columns)
    {
        for (var x = 0; x < columns; x++)
        {
            var cell = _row[x];
            if (cell.Width == 0)
                continue;
            SetAttribute(AttributeOf(cell.Style));
            App!.Driver!.CurrentUrl = Hyperlink.Safe(cell.Style.Link);
            // Where the toolkit thinks that a cluster is narrower, the second cell keeps this blank.
            if (cell.Width == 2 && !TextWidth.IsCertain(cell.Text))
            {
                Move(x + 1, y);
                AddStr(" ");
            }
            Move(x, y);
            AddStr(cell.Text.ToString());
        }
        App!.Driver!.CurrentUrl = null;
    }

    private bool SetSize(int columns, int rows)
    {
        lock (_gate)
        {
            var size = new FrameSize(columns, rows);
            var isNew = size != _size;
            _size = size;
            return isNew;
        }
    }

    private void TellBackground(Attribute? usual)
    {
        if (usual is { } known)
            _tell(new UserInput.BackgroundKnown(!known.Background.IsDarkColor()));
    }

    private static Attribute AttributeOf(Style style) => new(ColorOf(style.Foreground), ColorOf(style.Background), StyleOf(style.Emphasis));

    private static Color ColorOf(Rgb? color) => color is { } rgb ? new Color(rgb.Red, rgb.Green, rgb.Blue) : Color.None;

    private static TextStyle StyleOf(Emphasis emphasis) =>
        (emphasis.HasFlag(Emphasis.Bold) ? TextStyle.Bold : 0) | (emphasis.HasFlag(Emphasis.Dim) ? TextStyle.Faint : 0)
        | (emphasis.HasFlag(Emphasis.Italic) ? TextStyle.Italic : 0) | (emphasis.HasFlag(Emphasis.Underline) ? TextStyle.Underline : 0)
        | (emphasis.HasFlag(Emphasis.Strike) ? TextStyle.Strikethrough : 0) | (emphasis.HasFlag(Emphasis.Reverse) ? TextStyle.Reverse : 0);
}
