using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>What a conversation is called on the screen.</summary>
public static class Names
{
    public static string Of(ChatModel chat, Conversation conversation) => conversation.Kind != ConversationKind.Server
        ? TerminalText.Sanitize(conversation.Name)
        : chat.Client.Support.Network is { Length: > 0 } network ? TerminalText.Sanitize(network) : "server";
}
