namespace ChatRoom.Tui.Frames;

/// <summary>How a run of text looks.</summary>
/// <param name="Foreground">Null for the terminal's own.</param>
/// <param name="Background">Null for the terminal's own.</param>
/// <param name="Link">The address that the text leads to, for terminals that can open one (OSC 8).</param>
public readonly record struct Style(Rgb? Foreground = null, Rgb? Background = null, Emphasis Emphasis = Emphasis.None, string? Link = null);

/// <summary>A colour as themes name it; a driver shows the nearest one that its terminal has.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue);
