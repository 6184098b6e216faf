using ChatRoom.Irc;
using ChatRoom.Tui.Commands;

namespace ChatRoom.Tui.Composing;

/// <summary>What words can become.</summary>
public sealed record CompletionSources
{
    public static CompletionSources None { get; } = new();

    /// <summary>The people of the conversation, those who spoke last first.</summary>
    public ValueList<string> Nicks { get; init; } = [];

    public ValueList<string> Rooms { get; init; } = [];

    /// <summary>The names of the built-in themes and of one's own.</summary>
    public ValueList<string> Themes { get; init; } = [];

    /// <summary>The commands that this server has something for.</summary>
    public ValueList<ChatCommand> Commands { get; init; } = CommandTable.All;

    /// <summary>One's own commands, and what they stand for.</summary>
    public ValueList<(string Name, string Text)> Aliases { get; init; } = [];

    /// <summary>Whom one ignores, for hearing them again.</summary>
    public ValueList<string> Ignored { get; init; } = [];
}
