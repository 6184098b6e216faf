global using TalkStep = ChatRoom.Client.Step<ChatRoom.Tui.ChatScreen.TalkModel, ChatRoom.Tui.ChatScreen.TalkEffect>;
using ChatRoom.Client.Chat;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>How a step of the screen begins: a wish is one of its effects.</summary>
internal static class TalkSteps
{
    extension(TalkStep)
    {
        public static TalkStep Of(TalkModel model) => new(model, []);

        public static TalkStep Of(TalkModel model, TalkEffect effect) => new(model, [effect]);

        public static TalkStep Of(TalkModel model, ChatWish wish) => TalkStep.Of(model, model.Networks.Looking, wish);

        /// <summary>A wish that is for another network than the one that is looked at.</summary>
        public static TalkStep Of(TalkModel model, string network, ChatWish wish) => new(model, [new TalkEffect.Wish(network, wish)]);
    }
}
