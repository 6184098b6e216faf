namespace ChatRoom.Tui.Composing;

/// <summary>What kind of change was made; two of the same kind in a row are one step of undo, unless it is <see cref="Other"/>.</summary>
public enum ComposerChange
{
    Other,
    Typing,
    Deleting,
    Completing,
}
