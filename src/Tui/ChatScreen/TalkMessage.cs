using ChatRoom.Client.Chat;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What can happen to the chat's screen. Times and ids come in here: <see cref="TalkUpdate"/> has no clock and no chance.</summary>
public abstract record TalkMessage
{
    private TalkMessage()
    {
    }

    /// <summary>The person did something.</summary>
    /// <param name="Id">New and random, for a line that is perhaps said by it; the numbers behind it are free as well.</param>
    public sealed record Did(UserInput Input, DateTimeOffset Now, UInt128 Id) : TalkMessage;

    /// <summary>What is said has changed, somewhere.</summary>
    public sealed record Heard(Networks Networks) : TalkMessage;

    /// <summary>Some time went by.</summary>
    public sealed record Passed(DateTimeOffset Now) : TalkMessage;

    /// <summary>The editor gave this text back.</summary>
    public sealed record Edited(string Text) : TalkMessage;

    /// <summary>Everything looks like this from now on.</summary>
    public sealed record Themed(Theme Theme) : TalkMessage;

    /// <summary>Something could not be done outside: a link that nothing opens, an editor that is not there.</summary>
    public sealed record Told(string Text) : TalkMessage;
}
