using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>Reads what a style was written as.</summary>
internal static class Sgr
{
    public static Style Read(string parameters)
    {
        var codes = new Queue<int>(parameters.Split(';').Select(int.Parse));
        var style = default(Style);
        while (codes.TryDequeue(out var code))
        {
            style = code switch
            {
                0 => default,
                1 => style with { Emphasis = style.Emphasis | Emphasis.Bold },
                2 => style with { Emphasis = style.Emphasis | Emphasis.Dim },
                3 => style with { Emphasis = style.Emphasis | Emphasis.Italic },
                4 => style with { Emphasis = style.Emphasis | Emphasis.Underline },
                7 => style with { Emphasis = style.Emphasis | Emphasis.Reverse },
                9 => style with { Emphasis = style.Emphasis | Emphasis.Strike },
                38 => style with { Foreground = Color(codes) },
                48 => style with { Background = Color(codes) },
                _ => throw new InvalidOperationException($"SGR {code}"),
            };
        }
        return style;
    }

    private static Rgb Color(Queue<int> codes)
    {
        Assert.Equal(2, codes.Dequeue());
        return new Rgb((byte)codes.Dequeue(), (byte)codes.Dequeue(), (byte)codes.Dequeue());
    }
}
