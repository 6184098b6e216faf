namespace ChatRoom.Tui.Composing;

/// <summary>What an input makes of a composer.</summary>
/// <param name="Taken">False when the composer has no use for the input, so that the screen around it may have.</param>
public readonly record struct ComposerStep(Composer Composer, ComposerOutcome? Outcome = null, bool Taken = true);
