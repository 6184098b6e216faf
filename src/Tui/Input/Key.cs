using System.Text;

namespace ChatRoom.Tui.Input;

/// <summary>
/// A key that was pressed. A letter with Ctrl is in small letters; Shift is no modifier of a letter, because it is in the letter already.
/// Terminals send the same bytes for Ctrl+I and Tab, Ctrl+M and Enter: those are Tab and Enter.
/// </summary>
/// <param name="Letter">What the key writes; '\0' where the key has a name.</param>
public readonly record struct Key(KeyName Name, Rune Letter = default, Modifiers Modifiers = Modifiers.None)
{
    public static Key Of(char letter, Modifiers modifiers = Modifiers.None) => new(KeyName.Letter, new Rune(letter), modifiers);

    /// <summary>Whether the key writes something, when nothing else is made of it.</summary>
    public bool Writes => Name == KeyName.Letter && (Modifiers & (Modifiers.Ctrl | Modifiers.Alt)) == 0;

    public bool Is(KeyName name, Modifiers modifiers = Modifiers.None) => Name == name && Modifiers == modifiers;

    public bool IsCtrl(char letter) => this == Of(letter, Modifiers.Ctrl);

    public bool IsAlt(char letter) => this == Of(letter, Modifiers.Alt);

    /// <summary>As help and tests write it: `Ctrl+Q`, `Alt+Left`, `F1`, `a`.</summary>
    public override string ToString()
    {
        var key = Name != KeyName.Letter ? Name.ToString() : Writes ? Letter.ToString() : Rune.ToUpperInvariant(Letter).ToString();
        return (Modifiers.HasFlag(Modifiers.Ctrl) ? "Ctrl+" : "") + (Modifiers.HasFlag(Modifiers.Alt) ? "Alt+" : "")
            + (Modifiers.HasFlag(Modifiers.Shift) ? "Shift+" : "") + key;
    }
}

[Flags]
public enum Modifiers
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Ctrl = 4,
}
