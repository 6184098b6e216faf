namespace ChatRoom.Irc;

/// <summary>The IRCv3 capabilities we know; <see cref="Capabilities"/> has their names.</summary>
[Flags]
public enum Capability
{
    None = 0,
    MessageTags = 1 << 0,
    ServerTime = 1 << 1,
    EchoMessage = 1 << 2,
    Batch = 1 << 3,
    LabeledResponse = 1 << 4,
    MultiPrefix = 1 << 5,
    CapNotify = 1 << 6,
    ChatHistory = 1 << 7,
    EventPlayback = 1 << 8,
    AccountTag = 1 << 9,
    AccountNotify = 1 << 10,
    AwayNotify = 1 << 11,
    ExtendedJoin = 1 << 12,
    ChangeHost = 1 << 13,
    SetName = 1 << 14,
    UserHostInNames = 1 << 15,
    InviteNotify = 1 << 16,
    Sasl = 1 << 17,
    StandardReplies = 1 << 18,
    ExtendedMonitor = 1 << 19,
    Multiline = 1 << 20,
    MessageRedaction = 1 << 21,
    ReadMarker = 1 << 22,
    NoImplicitNames = 1 << 23,
    AccountRegistration = 1 << 24,
    ChannelRename = 1 << 25,
    PreAway = 1 << 26,
    Metadata = 1 << 27,

    /// <summary>Ours: a message that is said again under the same id is the same message.</summary>
    Once = 1 << 28,

    /// <summary>Ours: who reconnects takes over from his own dead connection.</summary>
    Resume = 1 << 29,
}
