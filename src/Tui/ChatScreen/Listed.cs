using System.Collections.Immutable;
using ChatRoom.Client.Chat;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>A conversation as one of those of all networks, which stand below each other.</summary>
public sealed record Listed(Network Network, Conversation Conversation)
{
    public ConversationId Id => Network.IdOf(Conversation.Name);

    /// <summary>In the order of the list: a network behind another, and of each the server's own words first, so that they head its section.</summary>
    public static ImmutableArray<Listed> Of(Networks networks) =>
        [.. networks.All.SelectMany(network => network.Chat.Conversations.Select(one => new Listed(network, one)))];

    public bool IsCurrentOf(TalkModel model) => Network.Name == model.Networks.Looking && ReferenceEquals(Conversation, model.Current);
}
