using BenchmarkDotNet.Attributes;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Bench.Micro;

/// <summary>What it costs to turn a frame into bytes: all of it, one more line in a room, and one more message typed.</summary>
[MemoryDiagnoser]
public class ScreenFrames
{
    private static readonly Style Plain = new(new Rgb(200, 208, 232), new Rgb(26, 27, 38));
    private static readonly Style Nickname = new(new Rgb(122, 168, 255), new Rgb(26, 27, 38), Emphasis.Bold);

    private readonly AnsiBytes _bytes = new();
    private readonly FrameWriter _writer = new(ColorDepth.Full);
    private FrameSize _size;
    private Frame _frame = null!;
    private Frame _scrolled = null!;
    private Frame _typed = null!;

    [Params("80x24", "200x60")]
    public string Screen { get; set; } = "";

    [GlobalSetup]
    public void Draw()
    {
        var sides = Screen.Split('x');
        _size = new FrameSize(int.Parse(sides[0]), int.Parse(sides[1]));
        _frame = Room(first: 0, typed: "Hello, D");
        _scrolled = Room(first: 1, typed: "Hello, D");
        _typed = Room(first: 0, typed: "Hello, Du");
    }

    [Benchmark]
    public int Whole() => Write(null, _frame);

    [Benchmark]
    public int Scrolled() => Write(_frame, _scrolled);

    [Benchmark]
    public int Typed() => Write(_frame, _typed);

    [Benchmark]
    public int Paint() => Room(first: 0, typed: "Hello, D").Rows.Count;

    private int Write(Frame? before, Frame next)
    {
        _bytes.Clear();
        _writer.Write(_bytes, before, next, _size);
        return _bytes.Span.Length;
    }

    private Frame Room(int first, string typed)
    {
        var canvas = new Canvas(_size, Plain);
        for (var y = 0; y < _size.Rows - 1; y++)
        {
            var x = canvas.Write(0, y, $"11:{(first + y) % 60:00} ", Plain);
            x = canvas.Write(x, y, $"nick{(first + y) % 7} ", Nickname);
            canvas.Write(x, y, $"message {first + y} about the meeting on Friday, ở Hà Nội, 日本語 too", Plain);
        }
        canvas.Caret = new Caret(canvas.Write(0, _size.Rows - 1, typed, Plain), _size.Rows - 1);
        return canvas.ToFrame();
    }
}
