using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>What an overlay shows, before it has a place.</summary>
/// <param name="Field">What is typed into it; null if nothing can be.</param>
public sealed record OverlayBox(string Title, string? Field, IReadOnlyList<OverlayBox.Row> Rows, string Hint)
{
    /// <summary>The row that would be taken; it is kept in sight.</summary>
    public int? Chosen { get; init; }

    /// <summary>The first row in sight where none is chosen.</summary>
    public int From { get; init; }

    public readonly record struct Row(string Text, string Aside, Style Style)
    {
        /// <summary>Words that stand out in the text; null for none.</summary>
        public string? Marked { get; init; }
    }
}
