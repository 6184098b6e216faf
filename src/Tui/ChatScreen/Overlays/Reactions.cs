using ChatRoom.Irc;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>The reactions that are one key away; any other can be typed.</summary>
public static class Reactions
{
    public static ValueList<string> Offered { get; } = ["👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👎"];
}
