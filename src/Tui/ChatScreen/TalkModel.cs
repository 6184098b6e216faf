using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Irc;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>All that decides what the chat's screen shows: a value, replaced by <see cref="TalkUpdate"/> and painted by <see cref="TalkView"/>.</summary>
/// <param name="Zone">In whose time moments are written.</param>
public sealed record TalkModel(ChatModel Chat, FrameSize Size, Theme Theme, TimeZoneInfo Zone)
{
    public DateTimeOffset Now { get; init; }

    /// <summary>By the conversation's name in the server's small letters.</summary>
    public ImmutableDictionary<string, ConversationView> Readings { get; init; } = ImmutableDictionary<string, ConversationView>.Empty;

    public Overlay? Overlay { get; init; }

    /// <summary>The number of the message that was chosen, to answer it and the like.</summary>
    public long? Chosen { get; init; }

    /// <summary>The number of the message that a jump led to: it stands out, and keys are still for what one writes.</summary>
    public long? Marked { get; init; }

    public PendingJump? PendingJump { get; init; }

    /// <summary>The conversations that were looked at, in the server's small letters, the last one first; for going back.</summary>
    public ImmutableList<string> Visited { get; init; } = [];

    /// <summary>The window is in front, so what is shown is seen.</summary>
    public bool HasFocus { get; init; } = true;

    /// <summary>Where the window went to the back, and the number of what comes from then on.</summary>
    public (string Conversation, long Number)? AwaySince { get; init; }

    /// <summary>Null: where there is room.</summary>
    public bool? ShowsConversations { get; init; }

    /// <summary>Null: where there is room.</summary>
    public bool? ShowsPeople { get; init; }

    /// <summary>How far the list of people is scrolled.</summary>
    public int PeopleFrom { get; init; }

    public Preferences Preferences { get; init; } = Preferences.Default;

    /// <summary>The themes that there are, for completion and for a list of them.</summary>
    public ValueList<string> ThemeNames { get; init; } = ["dark"];

    /// <summary>Drawn at the start, for who likes new colours each time.</summary>
    public uint PaletteSeed { get; init; }

    public LinkFacts Facts { get; init; } = new("");

    /// <summary>A word about what was just done, or why not; the next key takes it away.</summary>
    public string? Remark { get; init; }

    /// <summary>Ctrl+C was just pressed: a second one leaves.</summary>
    public bool IsAskedToQuit { get; init; }

    /// <summary>The sign for leaving was just clicked: a second click leaves.</summary>
    public bool IsAskedToLeave { get; init; }

    public Conversation Current => Chat.Current;

    /// <summary>The number of the first entry that was not seen, in a conversation that was not looked at or in a window behind others.</summary>
    public long? UnreadFrom => AwaySince is { } away && Chat.Client.Same(away.Conversation, Current.Name) ? away.Number : Current.UnreadFrom;

    public ConversationView Reading => ReadingOf(Current.Name);

    public ConversationView ReadingOf(string conversation) => Readings.GetValueOrDefault(Folded(conversation), ConversationView.Fresh);

    public TalkModel With(ConversationView reading) => With(Current.Name, reading);

    public TalkModel With(string conversation, ConversationView reading) => this with
    {
        Readings = reading == ConversationView.Fresh ? Readings.Remove(Folded(conversation)) : Readings.SetItem(Folded(conversation), reading),
    };

    public string Folded(string name) => Chat.Client.Support.CaseMapping.Fold(name);
}

/// <summary>What the chat does not know of its connection, and a person may ask.</summary>
/// <param name="Server">As host and port.</param>
/// <param name="Encryption">In words: "TLS 1.3, pinned"; null for none.</param>
/// <param name="Account">Null when not logged in.</param>
public sealed record LinkFacts(string Server, string? Encryption = null, string? Account = null);
