namespace ChatRoom.Tui.Commands;

/// <summary>What an argument of a command is, for reading it and for completing it.</summary>
public enum ArgumentKind
{
    /// <summary>Words up to the end.</summary>
    Text,

    /// <summary>One word that is completed from nothing.</summary>
    Word,

    Room,
    Person,

    /// <summary>A room or a person.</summary>
    Whom,

    Ignored,

    /// <summary>What calls one in a room.</summary>
    Notify,

    Theme,
    Setting,

    /// <summary>A value of the setting that the argument before names.</summary>
    SettingValue,

    Command,
    Emoji,

    /// <summary>Where in a conversation: a date, a time, or one of the words that <see cref="JumpGoal"/> knows.</summary>
    Place,
}
