namespace ChatRoom.Tui.Composing;

/// <summary>A text as it was, with its caret: what undo goes back to.</summary>
public readonly record struct ComposerMoment(string Text, int Caret);
