namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>How wide the parts of a message are.</summary>
/// <param name="Time">With the space behind; 0 where there is no room for it.</param>
/// <param name="Nick">With the space behind; 0 where the nickname stands in front of the text.</param>
public readonly record struct Columns(int Width, int Time, int Nick)
{
    /// <summary>The continuation of a text whose nickname is in front of it.</summary>
    private const int Hanging = 2;

    public int Indent => Time + Nick;

    public int Text => Math.Max(1, Width - Indent);

    /// <summary>The nickname stands in front of its text.</summary>
    public bool IsInline => Nick == 0;

    public int TextIndent => IsInline ? Math.Min(Hanging, Width / 4) : Indent;

    /// <param name="time">How wide a time is; 0 for none.</param>
    public static Columns Of(int width, int time)
    {
        var withSpace = time == 0 ? 0 : time + 1;
        return width switch
        {
            < 36 => new(width, 0, 0),
            < 50 => new(width, withSpace, 0),
            < 70 => new(width, withSpace, 11),
            < 100 => new(width, withSpace, 13),
            _ => new(width, withSpace, 17),
        };
    }
}
