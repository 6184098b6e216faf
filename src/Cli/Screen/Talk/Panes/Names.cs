using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>What a conversation is called on the screen.</summary>
public static class Names
{
    public static string Of(ChatModel chat, Conversation conversation) => conversation.Kind != ConversationKind.Server
        ? Harmless.Text(conversation.Name)
        : chat.Client.Support.Network is { Length: > 0 } network ? Harmless.Text(network) : "server";
}
