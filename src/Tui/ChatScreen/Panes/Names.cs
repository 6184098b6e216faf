using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>What a conversation and its network are called on the screen.</summary>
public static class Names
{
    public static string OfCurrent(TalkModel model) => Of(model.Networks, model.Networks.Current, model.Current);

    public static string Of(Networks networks, Network network, Conversation conversation) =>
        conversation.Kind == ConversationKind.Server ? Of(networks, network) : TerminalText.Sanitize(conversation.Name);

    /// <summary>As it calls itself. Where others do so too, or it says nothing, it is named by where it is, and at last by who we are there.</summary>
    public static string Of(Networks networks, Network network)
    {
        var own = network.Chat.Client.Support.Network;
        if (networks.All.Count == 1)
            return own.Length > 0 ? TerminalText.Sanitize(own) : "server";
        var others = networks.All.Where(other => other.Name != network.Name).ToList();
        var name = own.Length > 0 && others.TrueForAll(other => !other.Chat.Client.Support.Network.Equals(own, StringComparison.OrdinalIgnoreCase)) ? own
            : others.TrueForAll(other => other.Facts.Server != network.Facts.Server) ? network.Facts.Server
            : network.Name;
        return TerminalText.Sanitize(name);
    }

    /// <summary>The network's name where there are several; empty where it would say nothing.</summary>
    public static string NetworkOf(TalkModel model) => model.Networks.All.Count > 1 ? Of(model.Networks, model.Networks.Current) : "";
}
