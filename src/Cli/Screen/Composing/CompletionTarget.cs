namespace ChatRoom.Cli.Screen;

/// <summary>A click on one of the completions: see <see cref="ComposerUpdate.Accept"/>.</summary>
public sealed record CompletionTarget(int Index) : Target;
