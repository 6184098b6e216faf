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
public sealed record TalkModel(Networks Networks, FrameSize Size, Theme Theme, TimeZoneInfo Zone)
{
    /// <summary>What is said in the network that one looks at.</summary>
    public ChatModel Chat => Networks.Current.Chat;

    public DateTimeOffset Now { get; init; }

    public ImmutableDictionary<ConversationId, ConversationView> Readings { get; init; } = ImmutableDictionary<ConversationId, ConversationView>.Empty;

    public Overlay? Overlay { get; init; }

    /// <summary>The number of the message that was chosen, to answer it and the like.</summary>
    public long? Chosen { get; init; }

    /// <summary>The number of the message that a jump led to: it stands out, and keys are still for what one writes.</summary>
    public long? Marked { get; init; }

    public PendingJump? PendingJump { get; init; }

    /// <summary>The conversations that were looked at, the last one first; for going back.</summary>
    public ImmutableList<ConversationId> Visited { get; init; } = [];

    /// <summary>The window is in front, so what is shown is seen.</summary>
    public bool HasFocus { get; init; } = true;

    /// <summary>Where the window went to the back, and the number of what comes from then on.</summary>
    public (ConversationId Conversation, long Number)? AwaySince { get; init; }

    /// <summary>Null: where there is room.</summary>
    public bool? ShowsConversations { get; init; }

    /// <summary>Null: where there is room.</summary>
    public bool? ShowsPeople { get; init; }

    /// <summary>How far the list of people is scrolled.</summary>
    public int PeopleFrom { get; init; }

    /// <summary>The conversations that call otherwise than the others do.</summary>
    public ImmutableDictionary<ConversationId, NotifyOf> Notified { get; init; } = ImmutableDictionary<ConversationId, NotifyOf>.Empty;

    public NotifyOf NotifyFor(ConversationId conversation) => Notified.GetValueOrDefault(conversation, Preferences.Notify);

    /// <summary>The person wants to hear nothing of it unless they look there.</summary>
    public bool IsMuted(ConversationId conversation) => Notified.GetValueOrDefault(conversation, NotifyOf.Mentions) == NotifyOf.Nothing;

    /// <summary>The person's own commands, by name.</summary>
    public ImmutableSortedDictionary<string, string> Aliases { get; init; } = AliasText.None;

    public Preferences Preferences { get; init; } = Preferences.Default;

    /// <summary>The themes that there are, for completion and for a list of them.</summary>
    public ValueList<string> ThemeNames { get; init; } = ["dark"];

    /// <summary>Drawn at the start, for who likes new colours each time.</summary>
    public uint PaletteSeed { get; init; }

    public LinkFacts Facts => Networks.Current.Facts;

    /// <summary>A word about what was just done, or why not; the next key takes it away.</summary>
    public string? Remark { get; init; }

    /// <summary>Ctrl+C was just pressed: a second one leaves.</summary>
    public bool IsAskedToQuit { get; init; }

    /// <summary>The sign for leaving was just clicked: a second click leaves.</summary>
    public bool IsAskedToLeave { get; init; }

    public Conversation Current => Chat.Current;

    public ConversationId CurrentId => Networks.Current.IdOf(Current.Name);

    /// <summary>The number of the first entry that was not seen, in a conversation that was not looked at or in a window behind others.</summary>
    public long? UnreadFrom => AwaySince is { } away && away.Conversation == CurrentId ? away.Number : Current.UnreadFrom;

    public ConversationView Reading => ReadingOf(CurrentId);

    public ConversationView ReadingOf(ConversationId conversation) => Readings.GetValueOrDefault(conversation, ConversationView.Fresh);

    public TalkModel With(ConversationView reading) => With(CurrentId, reading);

    public TalkModel With(ConversationId conversation, ConversationView reading) => this with
    {
        Readings = reading == ConversationView.Fresh ? Readings.Remove(conversation) : Readings.SetItem(conversation, reading),
    };

    public string Folded(string name) => Chat.Client.Support.CaseMapping.Fold(name);
}
