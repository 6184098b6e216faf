using ChatRoom.Client.Chat;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>What a typed line comes to.</summary>
public abstract record CommandResult
{
    private CommandResult()
    {
    }

    /// <summary>For the chat, in this order.</summary>
    public sealed record Wish(ValueList<ChatWish> Wishes) : CommandResult;

    /// <summary>For the screen.</summary>
    public sealed record Local(LocalAction Action) : CommandResult;

    /// <summary>Nothing is done; why, in words, and what would be right.</summary>
    public sealed record Refused(string Reason) : CommandResult;

    public static CommandResult Of(params ReadOnlySpan<ChatWish> wishes) => new Wish(ValueList.Create(wishes));

    public static CommandResult Of(LocalAction action) => new Local(action);

    public static CommandResult No(string reason) => new Refused(reason);
}
