using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Composing;

public static partial class ComposerUpdate
{
    /// <summary>Null if the key moves nothing.</summary>
    private static Composer? Move(Composer composer, Key key, ComposerContext around)
    {
        if (key.Is(KeyName.Up) || key.Is(KeyName.Down))
            return Climb(composer, key.Name == KeyName.Up ? -1 : 1, around.Width);
        return Target(composer.Text, composer.Caret, key) is { } caret
            ? composer with { Caret = caret, LastChange = ComposerChange.Other, Column = null, Popup = null }
            : null;
    }

    private static int? Target(string text, int caret, Key key)
    {
        var byWord = key.Modifiers is Modifiers.Alt or Modifiers.Ctrl;
        return key switch
        {
            { Name: KeyName.Left } when byWord => CaretStops.WordLeft(text, caret),
            { Name: KeyName.Right } when byWord => CaretStops.WordRight(text, caret),
            { Name: KeyName.Left, Modifiers: Modifiers.None } => CaretStops.Previous(text, caret),
            { Name: KeyName.Right, Modifiers: Modifiers.None } => CaretStops.Next(text, caret),
            { Name: KeyName.Home, Modifiers: Modifiers.Ctrl } => 0,
            { Name: KeyName.End, Modifiers: Modifiers.Ctrl } => text.Length,
            // On an empty text the screen may have a better use for them: the begin and the end of the conversation.
            { Name: KeyName.Home, Modifiers: Modifiers.None } when text.Length > 0 => CaretStops.LineStart(text, caret),
            { Name: KeyName.End, Modifiers: Modifiers.None } when text.Length > 0 => CaretStops.LineEnd(text, caret),
            _ when key.IsCtrl('a') => CaretStops.LineStart(text, caret),
            _ when key.IsCtrl('e') => CaretStops.LineEnd(text, caret),
            _ when key.IsAlt('b') => CaretStops.WordLeft(text, caret),
            _ when key.IsAlt('f') => CaretStops.WordRight(text, caret),
            _ => null,
        };
    }

    /// <summary>Within the rows as one sees them, and beyond the first and the last through what was said.</summary>
    private static Composer Climb(Composer composer, int by, int width)
    {
        var layout = ComposerLayout.Of(composer.Text, width);
        var (row, column) = layout.PlaceOf(composer.Caret);
        if (row + by < 0 || row + by >= layout.Rows.Count)
            return Recall(composer, by);
        var goal = composer.Column ?? column;
        return composer with { Caret = layout.At(row + by, goal), Column = goal, LastChange = ComposerChange.Other, Popup = null };
    }

    private static Composer Recall(Composer composer, int by)
    {
        var at = (composer.Recalled ?? composer.Said.Count) + by;
        if (at < 0 || at > composer.Said.Count || (by > 0 && composer.Recalled is null))
            return composer;
        var draft = composer.Recalled is null ? new ComposerMoment(composer.Text, composer.Caret) : composer.Draft;
        var shown = at == composer.Said.Count ? draft : new ComposerMoment(composer.Said[at], composer.Said[at].Length);
        return GoTo(composer, shown) with
        {
            Recalled = at == composer.Said.Count ? null : at,
            Draft = draft,
            Undo = [.. composer.Undo.TakeLast(ComposerLimits.Undo - 1), new(composer.Text, composer.Caret)],
            Redo = [],
        };
    }
}
