using System.Collections.Immutable;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>What a person wants, in the words of the chat and not of the wire. Ids and times come in with it.</summary>
public abstract record ChatWish
{
    private ChatWish()
    {
    }

    /// <summary>Look at this conversation; what is unread there is read.</summary>
    public sealed record Look(string Conversation) : ChatWish;

    /// <summary>Join a room, or begin to talk with a person, and look at it.</summary>
    /// <param name="Key">What a locked room asks for.</param>
    public sealed record Open(string Name, string? Key = null) : ChatWish;

    /// <summary>Leave a room, or close a private conversation.</summary>
    public sealed record Close(string Conversation, string Reason) : ChatWish;

    /// <summary>Text of several lines is said as several messages, unless the server takes it as one.</summary>
    /// <param name="Id">The first line's; each further one's lies 2^32 above, because a long line is cut and its pieces are counted on.</param>
    public sealed record Say(string Conversation, string Text, Manner Manner, UInt128 Id, string? ReplyTo = null) : ChatWish;

    /// <summary>Say again what failed or was perhaps sent. In the conversation it is a new line, under this new id.</summary>
    public sealed record Retry(string Conversation, UInt128 Failed, UInt128 Id) : ChatWish;

    /// <summary>Forget what failed, was perhaps sent, or still waits.</summary>
    public sealed record Discard(string Conversation, UInt128 Id) : ChatWish;

    public sealed record React(string Conversation, string MessageId, string Text, bool Undo) : ChatWish;

    /// <summary>The person is writing, or has stopped; told to others where the server passes it on, and not too often.</summary>
    public sealed record Type(string Conversation, bool IsWriting, DateTimeOffset Now) : ChatWish;

    /// <summary>The person reads at this entry and what is above it stays there; null: they read what is newest.</summary>
    public sealed record ReadAt(string Conversation, long? Number) : ChatWish;

    /// <summary>Older entries are wanted than those that are loaded.</summary>
    public sealed record LoadOlder(string Conversation) : ChatWish;

    /// <summary>Newer entries are wanted, after some were dropped.</summary>
    public sealed record LoadNewer(string Conversation) : ChatWish;

    /// <summary>Begin anew with the newest entries.</summary>
    public sealed record LoadLatest(string Conversation) : ChatWish;

    /// <summary>Begin anew with the entries around a moment, or around a message where its id is given.</summary>
    public sealed record LoadAround(string Conversation, DateTimeOffset Moment, string? MessageId) : ChatWish;

    /// <summary>Look for words on a server that can; see <see cref="ChatModel"/> for what it found.</summary>
    public sealed record Search(string Conversation, string Words) : ChatWish;

    public sealed record Rename(Nickname Nick) : ChatWish;

    /// <summary>Null to be here again.</summary>
    public sealed record Away(string? Words) : ChatWish;

    /// <summary>Hear nothing more of somebody, or hear them again.</summary>
    public sealed record Ignore(string Nick, bool On) : ChatWish;

    /// <summary>These words name the person too, from now on.</summary>
    public sealed record Highlight(ImmutableArray<string> Words) : ChatWish;

    /// <summary>Any other command; the answers are shown in this conversation.</summary>
    public sealed record Command(string Conversation, Message Line) : ChatWish
    {
        /// <summary>The same for who does not know the language of the wire.</summary>
        public static Command Of(string conversation, string command, params ReadOnlySpan<string> parameters) =>
            new(conversation, Message.Of(command, parameters));

        /// <summary>Take back what was said (draft/message-redaction).</summary>
        public static Command Redact(string conversation, string messageId, string? reason) =>
            reason is null ? Of(conversation, "REDACT", conversation, messageId) : Of(conversation, "REDACT", conversation, messageId, reason);
    }
}
