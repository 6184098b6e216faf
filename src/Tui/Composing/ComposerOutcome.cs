namespace ChatRoom.Tui.Composing;

/// <summary>What the person wants besides changing the text.</summary>
public abstract record ComposerOutcome
{
    private ComposerOutcome()
    {
    }

    /// <summary>The text is finished. It has something in it besides blanks; the composer is empty again.</summary>
    public sealed record Submitted(string Text) : ComposerOutcome;

    /// <summary>To write on in $EDITOR; what comes back goes to <see cref="Composer.WithText"/>.</summary>
    public sealed record EditorWanted(string Text) : ComposerOutcome;

    /// <summary>Something could not be done; why, in words for the person.</summary>
    public sealed record Refused(string Why) : ComposerOutcome;
}
