using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>Which key sends what, in the ways of xterm, rxvt, the Linux console and kitty.</summary>
internal static class KeyCodes
{
    public static Key OfControl(byte b, byte erase) => b switch
    {
        _ when b == erase => new Key(KeyName.Backspace),
        0x00 => Key.Of(' ', Modifiers.Ctrl),
        0x09 => new Key(KeyName.Tab),
        0x0D => new Key(KeyName.Enter),
        0x1B => new Key(KeyName.Escape),
        // The one of the two that the key itself does not send comes with Ctrl.
        0x08 or 0x7F => new Key(KeyName.Backspace, Modifiers: Modifiers.Ctrl),
        <= 0x1A => Key.Of((char)('a' + b - 1), Modifiers.Ctrl),
        _ => Key.Of((char)('@' + b), Modifiers.Ctrl),
    };

    /// <summary>Keys in "application mode"; the lower ones are those of the number pad.</summary>
    public static UserInput? OfSs3(byte b) => b switch
    {
        (byte)'M' => Pressed(KeyName.Enter),
        (byte)'I' => Pressed(KeyName.Tab),
        (byte)'X' => new UserInput.Pressed(Key.Of('=')),
        >= (byte)'j' and <= (byte)'y' => new UserInput.Pressed(Key.Of((char)(b - 0x40))),
        _ => OfLetter(b) is { } name ? Pressed(name) : null,
    };

    public static UserInput? OfLinuxConsole(byte b) => b is >= (byte)'A' and <= (byte)'E' ? Pressed(KeyName.F1 + (b - 'A')) : null;

    /// <summary>The last letter of `CSI 1 ; modifiers X`, and of SS3.</summary>
    public static KeyName? OfLetter(byte letter) => letter switch
    {
        (byte)'A' => KeyName.Up,
        (byte)'B' => KeyName.Down,
        (byte)'C' => KeyName.Right,
        (byte)'D' => KeyName.Left,
        (byte)'F' => KeyName.End,
        (byte)'H' => KeyName.Home,
        (byte)'P' => KeyName.F1,
        (byte)'Q' => KeyName.F2,
        (byte)'R' => KeyName.F3,
        (byte)'S' => KeyName.F4,
        _ => null,
    };

    /// <summary>The number of `CSI number ; modifiers ~`.</summary>
    public static KeyName? OfNumber(int number) => number switch
    {
        1 or 7 => KeyName.Home,
        2 => KeyName.Insert,
        3 => KeyName.Delete,
        4 or 8 => KeyName.End,
        5 => KeyName.PageUp,
        6 => KeyName.PageDown,
        >= 11 and <= 15 => KeyName.F1 + (number - 11),
        >= 17 and <= 21 => KeyName.F6 + (number - 17),
        23 or 24 => KeyName.F11 + (number - 23),
        _ => null,
    };

    /// <summary>The number of `CSI number ; modifiers u`, if it stands for no letter (sw.kovidgoyal.net/kitty/keyboard-protocol).</summary>
    public static KeyName? OfCode(int code) => code switch
    {
        8 or 127 => KeyName.Backspace,
        9 => KeyName.Tab,
        13 or 57414 => KeyName.Enter,
        27 => KeyName.Escape,
        57417 => KeyName.Left,
        57418 => KeyName.Right,
        57419 => KeyName.Up,
        57420 => KeyName.Down,
        57421 => KeyName.PageUp,
        57422 => KeyName.PageDown,
        57423 => KeyName.Home,
        57424 => KeyName.End,
        57425 => KeyName.Insert,
        57426 => KeyName.Delete,
        _ => null,
    };

    /// <summary>What the keys of the number pad write, by the same numbers.</summary>
    public static char? OfPad(int code) => code is >= 57399 and <= 57416 and not 57414 ? "0123456789./*-+\0=,"[code - 57399] : null;

    private static UserInput.Pressed Pressed(KeyName name) => new(new Key(name));
}
