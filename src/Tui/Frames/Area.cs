namespace ChatRoom.Tui.Frames;

/// <summary>A rectangle of cells; the first column and row are 0.</summary>
public readonly record struct Area(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public bool IsEmpty => Width <= 0 || Height <= 0;

    public static Area Of(FrameSize size) => new(0, 0, size.Columns, size.Rows);

    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>What both cover; empty if nothing.</summary>
    public Area Within(Area other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }
}
