using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What can happen to a client. Times and ids come in here: <see cref="ClientUpdate"/> has no clock and no chance.</summary>
public abstract record ClientMessage
{
    private ClientMessage()
    {
    }

    /// <summary>The connection stands; nothing has been said yet.</summary>
    public sealed record Opened(DateTimeOffset Now) : ClientMessage;

    /// <summary>The server sent a line.</summary>
    public sealed record Heard(Message Line, DateTimeOffset Now) : ClientMessage;

    /// <summary>The connection broke or was closed by the other side.</summary>
    public sealed record Lost(string Why) : ClientMessage;

    /// <summary>Some time went by. Sent every few seconds, so that a silent server is noticed.</summary>
    public sealed record Passed(DateTimeOffset Now) : ClientMessage;

    /// <summary>
    /// The person says something to a room or to somebody. It may become several lines; the first has this id and each further
    /// one the next number, so that a text said again under the same id is the same lines again.
    /// </summary>
    public sealed record Say(string Target, string Text, Manner Manner, UInt128 Id) : ClientMessage
    {
        /// <summary>The id of the message that it answers.</summary>
        public string? ReplyTo { get; init; }

        /// <summary>It is one line that was sent before, and is said again exactly like this: cut anew, its id would no longer fit it.</summary>
        public bool IsAgain { get; init; }
    }

    /// <summary>The person does not want to say this any more; what is on its way is not called back.</summary>
    public sealed record Discard(UInt128 Id) : ClientMessage;

    /// <summary>The person answers a message with an emoji, or takes that back.</summary>
    public sealed record React(string Target, string MessageId, string Text, bool Undo) : ClientMessage;

    /// <summary>The person writes something for these, or has stopped.</summary>
    public sealed record Type(string Target, bool IsWriting) : ClientMessage;

    /// <summary>The person has read everything there up to this moment.</summary>
    public sealed record MarkRead(string Target, DateTimeOffset Until) : ClientMessage;

    public sealed record Join(string Room, string? Key) : ClientMessage;

    public sealed record Part(string Room, string Reason) : ClientMessage;

    /// <summary>Any other command of IRC.</summary>
    /// <param name="Where">The conversation in which its answers are to be shown.</param>
    public sealed record Order(Message Line, string Where) : ClientMessage;

    /// <summary>Messages from the server's history are wanted, beyond a message or a moment.</summary>
    public sealed record Page(string Target, PageWay Way, string? MessageId, DateTimeOffset? Moment) : ClientMessage;

    /// <summary>The server is to look for words, in one conversation.</summary>
    public sealed record Search(string Target, string Words) : ClientMessage;

    /// <summary>The person wants another nickname.</summary>
    public sealed record Rename(Nickname Nick) : ClientMessage;

    /// <summary>The person typed what is no message and no command. It comes here to keep its place in what is shown.</summary>
    public sealed record Mistyped(string Reason, DateTimeOffset Now) : ClientMessage;

    /// <summary>The person has nothing more to say: leave as soon as every line is confirmed.</summary>
    public sealed record Finish(string Farewell) : ClientMessage;

    /// <summary>Leave now, whatever is still under way.</summary>
    public sealed record Leave(string Farewell) : ClientMessage;
}
