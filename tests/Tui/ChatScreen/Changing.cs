using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>A screen whose chat is another one.</summary>
internal static class Changing
{
    public static TalkModel With(this TalkModel model, ChatModel chat) =>
        model with { Networks = model.Networks.With(model.Networks.Current with { Chat = chat }) };
}
