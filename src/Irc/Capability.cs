namespace ChatRoom.Irc;

/// <summary>The IRCv3 capabilities we know; <see cref="Capabilities"/> has their names.</summary>
[Flags]
public enum Capability : ulong
{
    None = 0,
    MessageTags = 1UL << 0,
    ServerTime = 1UL << 1,
    EchoMessage = 1UL << 2,
    Batch = 1UL << 3,
    LabeledResponse = 1UL << 4,
    MultiPrefix = 1UL << 5,
    CapNotify = 1UL << 6,
    ChatHistory = 1UL << 7,
    EventPlayback = 1UL << 8,
    AccountTag = 1UL << 9,
    AccountNotify = 1UL << 10,
    AwayNotify = 1UL << 11,
    ExtendedJoin = 1UL << 12,
    ChangeHost = 1UL << 13,
    SetName = 1UL << 14,
    UserHostInNames = 1UL << 15,
    InviteNotify = 1UL << 16,
    Sasl = 1UL << 17,
    StandardReplies = 1UL << 18,
    ExtendedMonitor = 1UL << 19,
    Multiline = 1UL << 20,
    MessageRedaction = 1UL << 21,
    ReadMarker = 1UL << 22,
    NoImplicitNames = 1UL << 23,
    AccountRegistration = 1UL << 24,
    ChannelRename = 1UL << 25,
    PreAway = 1UL << 26,
    Metadata = 1UL << 27,
    Metadata3 = 1UL << 31,
    NoImplicitNamesDraft = 1UL << 32,
    ExtendedSupport = 1UL << 33,
    OperatorTag = 1UL << 34,
    Persistence = 1UL << 30,
    Search = 1UL << 41,

    /// <summary>Who has it asks *playback for what was said, and is told nothing of it unasked.</summary>
    ZncPlayback = 1UL << 42,

    /// <summary>Ours: a message that is said again under the same id is the same message.</summary>
    Once = 1UL << 28,

    /// <summary>Ours: who reconnects takes over from their own dead connection.</summary>
    Resume = 1UL << 29,

    /// <summary>Ours: history tells what people thought of a message beside it, to who wants no other events.</summary>
    Context = 1UL << 40,
}
