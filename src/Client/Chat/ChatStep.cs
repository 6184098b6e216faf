using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>What an update of the chat yields: the next model, and what the connection has to be told, in order.</summary>
public readonly record struct ChatStep(ChatModel Model, ImmutableList<ClientMessage> Messages)
{
    public static ChatStep Of(ChatModel model) => new(model, []);
}
