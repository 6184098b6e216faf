using ChatRoom.Irc;

namespace ChatRoom.Tui.Composing;

/// <summary>What is offered for the word at the caret.</summary>
/// <param name="Start">Where the word begins in the text.</param>
/// <param name="Typed">The word as the person wrote it, for Esc.</param>
/// <param name="Length">How long what stands in its place is now.</param>
/// <param name="Chosen">Null until the person chooses one; Enter sends the text until then.</param>
public sealed record CompletionPopup(int Start, string Typed, int Length, ValueList<CompletionItem> Items, int? Chosen = null)
{
    /// <summary>Where the choice begins in a popup that shows only so many.</summary>
    public int FirstShown(int rows) => Math.Clamp((Chosen ?? 0) - rows / 2, 0, Math.Max(0, Items.Count - rows));
}
