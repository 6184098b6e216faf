using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>Frames as no view would make them, the same for the same seed.</summary>
public sealed class RandomFrames(int seed)
{
    private static readonly string[] Pieces =
    [
        "a", "bc", "word ", " ", "    ", "ö", "ạ̈", "日本", "語", "각", "한글", "👍", "👩‍👩‍👧‍👦", "❤️", "1️⃣", "🇻🇳", "👍🏽", "กำ", "क्षि", "─", "│", "█", "e\u0301", "Ж", "שלום", "العربية", "~",
    ];

    private readonly Random _random = new(seed);
    private readonly Style[] _styles = [default, .. Styles(new Random(seed))];

    public Frame Next(FrameSize size, Frame? before = null)
    {
        var canvas = new Canvas(size, Any(_styles)) { Title = $"frame {_random.Next(100)}" };
        // Mostly a little of the picture changes, and sometimes all of it.
        if (before is not null && before.Size == size && _random.Next(4) > 0)
        {
            for (var y = 0; y < size.Rows; y++)
                canvas.Write(0, y, before.Rows[y]);
        }
        for (var i = _random.Next(12); i > 0; i--)
            Paint(canvas, size);
        canvas.Caret = _random.Next(3) > 0 ? new Caret(_random.Next(size.Columns), _random.Next(size.Rows)) : null;
        return canvas.ToFrame();
    }

    private void Paint(Canvas canvas, FrameSize size)
    {
        var (x, y) = (_random.Next(-3, size.Columns + 2), _random.Next(-1, size.Rows + 1));
        if (_random.Next(5) == 0)
            canvas.Fill(new Area(x, y, _random.Next(size.Columns + 2), _random.Next(4)), Any(_styles));
        for (var i = _random.Next(8); i > 0; i--)
            x = canvas.Write(x, y, Any(Pieces), Any(_styles));
    }

    private T Any<T>(T[] of) => of[_random.Next(of.Length)];

    private static IEnumerable<Style> Styles(Random random) => Enumerable.Range(0, 6).Select(i => new Style(
        i % 3 == 0 ? null : Color(random), i % 2 == 0 ? null : Color(random), (Emphasis)random.Next(64), i == 4 ? "https://example.org/a;b" : null));

    private static Rgb Color(Random random) => new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
}
