namespace ChatRoom.Tui.Frames;

/// <summary>The size of a screen in cells.</summary>
public readonly record struct FrameSize(int Columns, int Rows);
