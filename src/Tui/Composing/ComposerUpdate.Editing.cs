using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Composing;

public static partial class ComposerUpdate
{
    /// <summary>Null if the key changes no text.</summary>
    private static Composer? Edit(Composer composer, Key key, ComposerContext around)
    {
        var (text, caret) = (composer.Text, composer.Caret);
        if (key.Is(KeyName.Backspace) || key.Is(KeyName.Backspace, Modifiers.Shift) || key.IsCtrl('h'))
            return Offer(Delete(composer, CaretStops.Previous(text, caret), caret, ComposerChange.Deleting), around.Sources);
        if (key.Is(KeyName.Delete) || (key.IsCtrl('d') && !composer.IsEmpty))
            return Delete(composer, caret, CaretStops.Next(text, caret), ComposerChange.Deleting) with { Popup = null };
        if (key.IsCtrl('w'))
            return CutOut(composer, CaretStops.BlankLeft(text, caret), caret);
        if (key.Is(KeyName.Backspace, Modifiers.Alt) || key.Is(KeyName.Backspace, Modifiers.Ctrl))
            return CutOut(composer, CaretStops.WordLeft(text, caret), caret);
        if (key.IsAlt('d') || key.Is(KeyName.Delete, Modifiers.Alt) || key.Is(KeyName.Delete, Modifiers.Ctrl))
            return CutOut(composer, caret, CaretStops.WordRight(text, caret));
        if (key.IsCtrl('u'))
            return CutOut(composer, CaretStops.LineStart(text, caret) is var start && start == caret ? Math.Max(0, caret - 1) : start, caret);
        if (key.IsCtrl('k'))
            return CutOut(composer, caret, CaretStops.LineEnd(text, caret) is var end && end == caret ? Math.Min(text.Length, caret + 1) : end);
        if (key.IsCtrl('y'))
            return Insert(composer, composer.Cut, ComposerChange.Other) with { Popup = null };
        return TakeBack(composer, key);
    }

    private static Composer Delete(Composer composer, int from, int to, ComposerChange kind) =>
        from == to ? composer : Change(composer, composer.Text.Remove(from, to - from), from, kind);

    private static Composer CutOut(Composer composer, int from, int to) => from == to
        ? composer
        : Delete(composer, from, to, ComposerChange.Other) with { Cut = composer.Text[from..to], Popup = null };

    private static Composer? TakeBack(Composer composer, Key key)
    {
        if (key.IsCtrl('z') || key.IsCtrl('_'))
            return composer.Undo.Count == 0 ? composer : GoTo(composer, composer.Undo[^1]) with
            {
                Undo = [.. composer.Undo.SkipLast(1)],
                Redo = [.. composer.Redo, new(composer.Text, composer.Caret)],
            };
        if (!key.IsAlt('z') && key != Key.Of('z', Modifiers.Ctrl | Modifiers.Shift))
            return null;
        return composer.Redo.Count == 0 ? composer : GoTo(composer, composer.Redo[^1]) with
        {
            Redo = [.. composer.Redo.SkipLast(1)],
            Undo = [.. composer.Undo, new(composer.Text, composer.Caret)],
        };
    }

    private static Composer GoTo(Composer composer, ComposerMoment moment) => composer with
    {
        Text = moment.Text,
        Caret = moment.Caret,
        LastChange = ComposerChange.Other,
        Column = null,
        Popup = null,
    };
}
