namespace ChatRoom.Tui.Composing;

/// <summary>Every bound of the composer, with the reason for its number.</summary>
public static class ComposerLimits
{
    /// <summary>Characters of a text. That is some 160 messages of IRC; who wants to say more means a file. Laying it out takes milliseconds.</summary>
    public const int Text = 64 * 1024;

    /// <summary>Steps of undo; with the longest texts they are 8 MB.</summary>
    public const int Undo = 64;

    /// <summary>Texts that can be said again with the arrow keys.</summary>
    public const int Said = 200;

    /// <summary>A paste of more lines is asked about: each may become a message, and a room would be flooded by mistake.</summary>
    public const int PasteLines = 8;

    /// <summary>A paste of more characters is asked about; that is five messages or more.</summary>
    public const int PasteCharacters = 2_000;

    /// <summary>Completions that are offered at once; more would be read by nobody.</summary>
    public const int Completions = 50;
}
