namespace ChatRoom.Tui.Composing;

/// <summary>What the composer has to know of its surroundings.</summary>
/// <param name="Width">The cells of a row, as given to <see cref="ComposerView"/>: up and down go by what one sees.</param>
public sealed record ComposerContext(int Width, CompletionSources Sources);
