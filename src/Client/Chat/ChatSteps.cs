global using ChatStep = ChatRoom.Client.Step<ChatRoom.Client.Chat.ChatModel, ChatRoom.Client.Protocol.ClientMessage>;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>How a step of the chat begins; its effects are for the connection.</summary>
internal static class ChatSteps
{
    extension(ChatStep)
    {
        public static ChatStep Of(ChatModel model, params ReadOnlySpan<ClientMessage> effects) => new(model, [.. effects]);
    }
}
