using ChatRoom.Irc;

namespace ChatRoom.Tui.Composing;

/// <summary>The text that a person is writing, and what is needed to take a change back, to say something again, and to complete a word.</summary>
/// <param name="Caret">How many characters (UTF-16) stand before it; never inside of a cluster.</param>
public sealed record Composer(string Text, int Caret)
{
    public static Composer Empty { get; } = new("", 0);

    /// <summary>What was said before, from older to newer.</summary>
    public ValueList<string> Said { get; init; } = [];

    /// <summary>Which of those is shown now; null while one writes something new.</summary>
    public int? Recalled { get; init; }

    /// <summary>What was being written before one began to walk through those.</summary>
    public ComposerMoment Draft { get; init; } = new("", 0);

    public ValueList<ComposerMoment> Undo { get; init; } = [];

    public ValueList<ComposerMoment> Redo { get; init; } = [];

    /// <summary>The last change; letters typed one after the other are taken back together.</summary>
    public ComposerChange LastChange { get; init; }

    /// <summary>What was cut last, for Ctrl+Y.</summary>
    public string Cut { get; init; } = "";

    /// <summary>The column that going up and down holds on to, also across shorter rows.</summary>
    public int? Column { get; init; }

    /// <summary>Ctrl+X was pressed; Ctrl+E would open the editor now.</summary>
    public bool ChordBegun { get; init; }

    /// <summary>A long paste that waits for a yes or no.</summary>
    public PasteQuestion? Question { get; init; }

    public CompletionPopup? Popup { get; init; }

    public bool IsEmpty => Text.Length == 0;

    /// <summary>The same person in the same conversation with another text, as an editor brings it back.</summary>
    public Composer WithText(string text) => ComposerUpdate.Replace(this, text);
}

/// <summary>A text as it was, with its caret: what undo goes back to.</summary>
public readonly record struct ComposerMoment(string Text, int Caret);

/// <summary>What kind of change was made; two of the same kind in a row are one step of undo, unless it is <see cref="Other"/>.</summary>
public enum ComposerChange
{
    Other,
    Typing,
    Deleting,
    Completing,
}
