using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Composing;

/// <summary>
/// What keys and pastes make of a text: a pure function. The keys are those of readline where it has one. Whatever asks for an answer
/// (a long paste, a popup) is given the key first.
/// </summary>
public static partial class ComposerUpdate
{
    public static ComposerStep Take(Composer composer, UserInput input, ComposerContext around) => input switch
    {
        UserInput.Pressed pressed => Press(composer, pressed.Key, around),
        UserInput.Pasted pasted => Paste(composer, pasted.Text),
        _ => new ComposerStep(composer, Taken: false),
    };

    public static ComposerStep Press(Composer composer, Key key, ComposerContext around)
    {
        if (composer.Question is { } question)
            return Answer(composer, question, key);
        if (composer.ChordBegun)
            return EndChord(composer with { ChordBegun = false }, key, around);
        if (composer.Popup is { } popup && PressInPopup(composer, popup, key) is { } inPopup)
            return inPopup;
        var settled = composer.Popup?.Chosen is null ? composer : composer with { Popup = null };
        if (key.Writes)
            return Done(Offer(Insert(settled, key.Letter.ToString(), ComposerChange.Typing), around.Sources));
        if (key.Is(KeyName.Tab))
            return Complete(settled, around.Sources);
        if (key.Is(KeyName.Enter))
            return Submit(settled);
        if (key.IsCtrl('x'))
            return Done(settled with { ChordBegun = true });
        if (IsNewLine(key))
            return Done(Insert(settled, "\n", ComposerChange.Other) with { Popup = null });
        return (Edit(settled, key, around) ?? Move(settled, key, around)) is { } next ? Done(next) : new ComposerStep(composer, Taken: false);
    }

    /// <summary>Another text in the place of this one; undo brings this one back.</summary>
    public static Composer Replace(Composer composer, string text)
    {
        var clean = PasteQuestion.Clean(text);
        var cut = clean.Length > ComposerLimits.Text ? clean[..CaretStops.Previous(clean, ComposerLimits.Text)] : clean;
        return Change(composer, cut, cut.Length, ComposerChange.Other) with { Popup = null, Question = null };
    }

    private static ComposerStep Done(Composer composer) => new(composer);

    /// <summary>Terminals send Ctrl+J for the line feed that some keyboards write with Shift+Enter.</summary>
    private static bool IsNewLine(Key key) => key.IsCtrl('j') || key.Is(KeyName.Enter, Modifiers.Alt) || key.Is(KeyName.Enter, Modifiers.Shift)
        || key.Is(KeyName.Enter, Modifiers.Ctrl);

    private static ComposerStep EndChord(Composer composer, Key key, ComposerContext around) =>
        key.IsCtrl('e') ? new ComposerStep(composer with { Popup = null }, new ComposerOutcome.EditorWanted(composer.Text))
        : key.Is(KeyName.Escape) ? Done(composer)
        : Press(composer, key, around);

    private static ComposerStep Submit(Composer composer)
    {
        if (string.IsNullOrWhiteSpace(composer.Text))
            return Done(composer with { Popup = null });
        var said = CommandTable.HoldsSecret(composer.Text) || (composer.Said.Count > 0 && composer.Said[^1] == composer.Text)
            ? composer.Said
            : [.. composer.Said.TakeLast(ComposerLimits.Said - 1), composer.Text];
        return new ComposerStep(Composer.Empty with { Said = said, Cut = composer.Cut }, new ComposerOutcome.Submitted(composer.Text));
    }

    private static Composer Insert(Composer composer, string text, ComposerChange kind)
    {
        if (composer.Text.Length + text.Length > ComposerLimits.Text)
            return composer;
        var next = Change(composer, composer.Text.Insert(composer.Caret, text), composer.Caret + text.Length, kind);
        // A word is a step of undo, and the blank behind it ends it.
        return kind == ComposerChange.Typing && string.IsNullOrWhiteSpace(text) ? next with { LastChange = ComposerChange.Other } : next;
    }

    private static Composer Change(Composer composer, string text, int caret, ComposerChange kind)
    {
        var goesOn = kind != ComposerChange.Other && kind == composer.LastChange && composer.Undo.Count > 0;
        return composer with
        {
            Text = text,
            Caret = CaretStops.Snap(text, caret),
            Undo = goesOn ? composer.Undo : [.. composer.Undo.TakeLast(ComposerLimits.Undo - 1), new(composer.Text, composer.Caret)],
            Redo = [],
            LastChange = kind,
            Column = null,
        };
    }
}

/// <summary>What the composer has to know of its surroundings.</summary>
/// <param name="Width">The cells of a row, as given to <see cref="ComposerView"/>: up and down go by what one sees.</param>
public sealed record ComposerContext(int Width, CompletionSources Sources);

/// <summary>What an input makes of a composer.</summary>
/// <param name="Taken">False when the composer has no use for the input, so that the screen around it may have.</param>
public readonly record struct ComposerStep(Composer Composer, ComposerOutcome? Outcome = null, bool Taken = true);
