using System.Globalization;

namespace ChatRoom.Cli.Screen;

/// <summary>Keys that change what one writes.</summary>
public static class Typing
{
    /// <summary>Null for a key that changes nothing.</summary>
    public static Composer? Pressed(Composer draft, Key key) => key.Name switch
    {
        KeyName.Backspace => Backspaced(draft),
        KeyName.Left => draft with { Caret = draft.Caret - Before(draft) },
        KeyName.Right => draft with { Caret = draft.Caret + After(draft) },
        KeyName.Home => draft with { Caret = 0 },
        KeyName.End => draft with { Caret = draft.Text.Length },
        KeyName.Delete => draft with { Text = draft.Text.Remove(draft.Caret, After(draft)) },
        _ => key.Writes ? Inserted(draft, key.Letter.ToString()) : null,
    };

    public static Composer Inserted(Composer draft, string text) => new(draft.Text.Insert(draft.Caret, text), draft.Caret + text.Length);

    public static Composer Backspaced(Composer draft)
    {
        var length = Before(draft);
        return new(draft.Text.Remove(draft.Caret - length, length), draft.Caret - length);
    }

    private static int Before(Composer draft)
    {
        var last = 0;
        foreach (var cluster in TextWidth.Clusters(draft.Text[..draft.Caret]))
            last = cluster.Length;
        return last;
    }

    private static int After(Composer draft) =>
        draft.Caret < draft.Text.Length ? StringInfo.GetNextTextElementLength(draft.Text, draft.Caret) : 0;
}
