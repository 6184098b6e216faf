using System.Collections.Immutable;
using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>What is shown of a conversation: its entries, and behind them what we said there and nobody has confirmed.</summary>
public static class OwnLines
{
    public static ImmutableList<Entry> Shown(ChatModel chat, Conversation conversation) => conversation.Entries;
}
