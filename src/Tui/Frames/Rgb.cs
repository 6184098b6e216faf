namespace ChatRoom.Tui.Frames;

/// <summary>A colour as themes name it; a driver shows the nearest one that its terminal has.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue);
