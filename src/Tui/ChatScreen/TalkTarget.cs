using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What can be clicked on the chat's screen.</summary>
public abstract record TalkTarget : Target
{
    private TalkTarget()
    {
    }

    /// <summary>A room or a private conversation in the list.</summary>
    public sealed record Conversation(ConversationId Id) : TalkTarget;

    public sealed record Person(string Nick) : TalkTarget;

    public sealed record Link(string Address) : TalkTarget;

    /// <summary>A room into which somebody asks us.</summary>
    public sealed record Invitation(string Room) : TalkTarget;

    /// <summary>A message, to be chosen.</summary>
    public sealed record Message(long Number) : TalkTarget;

    /// <summary>A reaction behind a message: clicked, it is ours too, or no longer.</summary>
    public sealed record Chip(long Number, string Text) : TalkTarget;

    /// <summary>The quotation above an answer leads to what was answered.</summary>
    public sealed record Quote(string MessageId) : TalkTarget;

    public sealed record Again(UInt128 Id) : TalkTarget;

    public sealed record Discard(UInt128 Id) : TalkTarget;

    /// <summary>Something that a key does as well.</summary>
    public sealed record Act(TalkAction Action) : TalkTarget;

    public sealed record Send : TalkTarget;

    public sealed record Leave : TalkTarget;

    /// <summary>A part of the screen that a wheel scrolls.</summary>
    public sealed record Part(TalkPart Name) : TalkTarget;

    /// <summary>One of what an overlay offers.</summary>
    public sealed record Choice(int Index) : TalkTarget;

    /// <summary>The box of an overlay, so that a click between its choices reaches nothing behind.</summary>
    public sealed record Box : TalkTarget;
}

/// <summary>The parts of the chat's screen that can be longer than their place.</summary>
public enum TalkPart
{
    Conversations,
    Messages,
    People,
}
