namespace ChatRoom.Tui.Frames;

/// <summary>Where the next letter would go.</summary>
public readonly record struct Caret(int X, int Y);
