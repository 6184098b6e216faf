using System.Text;
using ChatRoom.Tui.Input;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Key = ChatRoom.Tui.Input.Key;

namespace ChatRoom.Tui.Drivers.TerminalGui;

/// <summary>The toolkit's keys and mouse buttons in our words.</summary>
internal static class ToolkitKeys
{
    private static readonly Dictionary<KeyCode, KeyName> Named = new()
    {
        [KeyCode.Enter] = KeyName.Enter,
        [KeyCode.Tab] = KeyName.Tab,
        [KeyCode.Backspace] = KeyName.Backspace,
        [KeyCode.Esc] = KeyName.Escape,
        [KeyCode.Delete] = KeyName.Delete,
        [KeyCode.Insert] = KeyName.Insert,
        [KeyCode.CursorUp] = KeyName.Up,
        [KeyCode.CursorDown] = KeyName.Down,
        [KeyCode.CursorLeft] = KeyName.Left,
        [KeyCode.CursorRight] = KeyName.Right,
        [KeyCode.Home] = KeyName.Home,
        [KeyCode.End] = KeyName.End,
        [KeyCode.PageUp] = KeyName.PageUp,
        [KeyCode.PageDown] = KeyName.PageDown,
    };

    /// <summary>What writes several characters at once, as an emoji of a keyboard of emoji does, is that many keys here.</summary>
    public static IEnumerable<Key> Of(Terminal.Gui.Input.Key key)
    {
        var held = (key.IsShift ? Modifiers.Shift : 0) | (key.IsAlt ? Modifiers.Alt : 0) | (key.IsCtrl ? Modifiers.Ctrl : 0);
        var code = key.KeyCode & ~(KeyCode.ShiftMask | KeyCode.AltMask | KeyCode.CtrlMask);
        if (Named.TryGetValue(code, out var name))
            return [new Key(name, Modifiers: held)];
        if (code is >= KeyCode.F1 and <= KeyCode.F12)
            return [new Key(KeyName.F1 + (int)(code - KeyCode.F1), Modifiers: held)];
        held &= ~Modifiers.Shift;
        if (key.IsCtrl)
            return Rune.TryCreate((uint)code, out var letter) && code != 0 ? [WithCtrl(Rune.ToLowerInvariant(letter), held)] : [];
        return Written(key.NoAlt).Where(rune => !Rune.IsControl(rune)).Select(rune => new Key(KeyName.Letter, rune, held));
    }

    public static MouseAction? ActionOf(MouseFlags flags) =>
        flags.HasFlag(MouseFlags.WheeledUp) ? MouseAction.WheelUp
        : flags.HasFlag(MouseFlags.WheeledDown) ? MouseAction.WheelDown
        : flags.HasFlag(MouseFlags.PositionReport) ? null
        : flags.HasFlag(MouseFlags.LeftButtonPressed) ? MouseAction.Press
        : flags.HasFlag(MouseFlags.RightButtonPressed) ? MouseAction.RightPress
        : flags.HasFlag(MouseFlags.MiddleButtonPressed) ? MouseAction.MiddlePress
        : flags.HasFlag(MouseFlags.LeftButtonReleased) ? MouseAction.Release
        : null;

    public static Modifiers ModifiersOf(MouseFlags flags) =>
        (flags.HasFlag(MouseFlags.Shift) ? Modifiers.Shift : 0) | (flags.HasFlag(MouseFlags.Alt) ? Modifiers.Alt : 0)
        | (flags.HasFlag(MouseFlags.Ctrl) ? Modifiers.Ctrl : 0);

    /// <summary>Keys that send the same bytes: the toolkit takes some for the other one.</summary>
    private static Key WithCtrl(Rune letter, Modifiers held) => letter.Value switch
    {
        'i' => new Key(KeyName.Tab, Modifiers: held & ~Modifiers.Ctrl),
        'm' => new Key(KeyName.Enter, Modifiers: held & ~Modifiers.Ctrl),
        '[' => new Key(KeyName.Escape, Modifiers: held & ~Modifiers.Ctrl),
        >= '4' and <= '7' => Key.Of("\\]^_"[letter.Value - '4'], held),
        _ => new Key(KeyName.Letter, letter, held),
    };

    private static Rune[] Written(Terminal.Gui.Input.Key key) =>
        key.AssociatedText.Length > 0 ? [.. key.AssociatedText.EnumerateRunes()] : key.TryGetPrintableRune(out var rune) ? [rune] : [];
}
