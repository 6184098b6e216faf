namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>One row among all rows of a passage, from which one can go up and down.</summary>
public readonly struct Cursor
{
    private readonly MessageLayout _passage;
    private readonly int _row;

    private Cursor(MessageLayout passage, MessageBlock block, int row) => (_passage, Block, _row) = (passage, block, row);

    public MessageBlock Block { get; }

    public MessageRow Current => Block.Rows[_row];

    public Place Place => new(_passage[Block.First].Number, _row - Block.Head);

    /// <summary>The row at a place, or the nearest to it: its entry may be gone, or have fewer rows now.</summary>
    public static Cursor At(MessageLayout passage, Place place)
    {
        var block = passage.BlockAt(passage.IndexOf(place.Number));
        return new(passage, block, Math.Clamp(block.Head + place.Row, 0, block.Rows.Count - 1));
    }

    public static Cursor AtEnd(MessageLayout passage)
    {
        var block = passage.BlockAt(passage.Count - 1);
        return new(passage, block, block.Rows.Count - 1);
    }

    public Cursor? Next()
    {
        if (_row + 1 < Block.Rows.Count)
            return new(_passage, Block, _row + 1);
        return Block.Last + 1 < _passage.Count ? new(_passage, _passage.BlockAt(Block.Last + 1), 0) : null;
    }

    public Cursor? Previous()
    {
        if (_row > 0)
            return new(_passage, Block, _row - 1);
        if (Block.First == 0)
            return null;
        var block = _passage.BlockAt(Block.First - 1);
        return new(_passage, block, block.Rows.Count - 1);
    }

    /// <summary>As many rows up, or up to the first.</summary>
    public Cursor Up(int rows)
    {
        var cursor = this;
        while (rows-- > 0 && cursor.Previous() is { } previous)
            cursor = previous;
        return cursor;
    }

    /// <summary>As many rows down, or down to the last.</summary>
    public Cursor Down(int rows) => Down(rows, out _);

    public Cursor Down(int rows, out int moved)
    {
        var cursor = this;
        for (moved = 0; moved < rows && cursor.Next() is { } next; moved++)
            cursor = next;
        return cursor;
    }
}
