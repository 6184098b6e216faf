using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Composing;

public static partial class ComposerUpdate
{
    /// <summary>A popup opens by itself where a sign ('/', '@', '#', ':') says what is meant.</summary>
    private static Composer Offer(Composer composer, CompletionSources sources) =>
        composer with { Popup = Completion.Of(composer.Text, composer.Caret, sources, asked: false) };

    /// <summary>Tab: the only completion is taken at once, the first of several can be changed for the next.</summary>
    private static ComposerStep Complete(Composer composer, CompletionSources sources)
    {
        if (Completion.Of(composer.Text, composer.Caret, sources, asked: true) is not { } popup)
            return Done(composer);
        var chosen = Choose(composer, popup, 0);
        return Done(popup.Items.Count == 1 ? chosen with { Popup = null } : chosen);
    }

    /// <summary>Null if the key means nothing to a popup.</summary>
    private static ComposerStep? PressInPopup(Composer composer, CompletionPopup popup, Key key)
    {
        var count = popup.Items.Count;
        if (key.Is(KeyName.Tab) || key.Is(KeyName.Down))
        {
            var chosen = Choose(composer, popup, popup.Chosen is { } now ? (now + 1) % count : 0);
            return Done(count == 1 && key.Is(KeyName.Tab) ? chosen with { Popup = null } : chosen);
        }
        if (key.Is(KeyName.Tab, Modifiers.Shift) || key.Is(KeyName.Up))
            return Done(Choose(composer, popup, popup.Chosen is { } now ? (now + count - 1) % count : count - 1));
        if (key.Is(KeyName.Enter) && popup.Chosen is not null)
            return Done(composer with { Popup = null });
        if (!key.Is(KeyName.Escape))
            return null;
        return Done(popup.Chosen is null ? composer with { Popup = null } : Put(composer, popup, popup.Typed) with { Popup = null });
    }

    /// <summary>A click on one of them.</summary>
    public static Composer Accept(Composer composer, int index) =>
        composer.Popup is { } popup && index >= 0 && index < popup.Items.Count ? Choose(composer, popup, index) with { Popup = null } : composer;

    private static Composer Choose(Composer composer, CompletionPopup popup, int index)
    {
        var insert = popup.Items[index].Insert;
        return Put(composer, popup, insert) with { Popup = popup with { Chosen = index, Length = insert.Length } };
    }

    private static Composer Put(Composer composer, CompletionPopup popup, string word)
    {
        var text = composer.Text.Remove(popup.Start, popup.Length).Insert(popup.Start, word);
        var kind = popup.Chosen is null ? ComposerChange.Other : ComposerChange.Completing;
        return Change(composer, text, popup.Start + word.Length, kind) with { LastChange = ComposerChange.Completing };
    }
}
