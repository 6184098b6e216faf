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

    /// <summary>Below that the nickname stands in front of its text, where it takes no room from every row.</summary>
    private const int WidthForColumn = 50;

    /// <summary>A column that is narrower would jump with each short nickname, a wider one takes room from what is said.</summary>
    private const int Narrowest = 4;
    private const int Widest = 12;

    /// <param name="time">How wide a time is; 0 for none.</param>
    /// <param name="nick">How wide the widest nickname in sight is.</param>
    public static Columns Of(int width, int time, int nick)
    {
        var withSpace = time == 0 ? 0 : time + 1;
        return width switch
        {
            < 36 => new(width, 0, 0),
            < WidthForColumn => new(width, withSpace, 0),
            _ => new(width, withSpace, Math.Clamp(nick, Narrowest, Widest) + 1),
        };
    }
}
