using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Composing;

/// <summary>A click on one of the completions: see <see cref="ComposerUpdate.Accept"/>.</summary>
public sealed record CompletionTarget(int Index) : Target;
