using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Tui.Drivers;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What an update of the chat's screen wants done outside of it.</summary>
public abstract record TalkEffect
{
    private TalkEffect()
    {
    }

    /// <summary>The chat of this network is to be updated with this; the screen hears of it as of everything else.</summary>
    public sealed record Wish(string Network, ChatWish What) : TalkEffect;

    public sealed record Do(Signal What) : TalkEffect;

    /// <summary>Open the person's editor with this text; it comes back as <see cref="TalkMessage.Edited"/>.</summary>
    public sealed record OpenEditor(string Text) : TalkEffect;

    public sealed record OpenLink(string Address) : TalkEffect;

    /// <summary>Write this as a file of that name where the program was started.</summary>
    public sealed record Save(string Name, string Text) : TalkEffect;

    /// <summary>Say goodbye and end the program.</summary>
    public sealed record Quit(string Farewell) : TalkEffect;

    public sealed record ChangeTheme(string Name) : TalkEffect;

    /// <summary>Go to another server as well.</summary>
    /// <param name="Address">Null to be asked.</param>
    public sealed record Connect(ServerAddress? Address, string Nick) : TalkEffect;

    /// <summary>Say goodbye to this network; the others stay.</summary>
    public sealed record Disconnect(string Network, string Farewell) : TalkEffect;

    /// <summary>Make a new connection to this network at once.</summary>
    public sealed record Reconnect(string Network) : TalkEffect;

    /// <summary>Remember a command of the person's own; null forgets it.</summary>
    public sealed record SetAlias(string Name, string? Text) : TalkEffect;

    /// <summary>Remember a setting.</summary>
    public sealed record Set(string Name, string Value) : TalkEffect;
}
