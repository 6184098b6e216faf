using System.Collections.Immutable;
using ChatRoom.Client.Chat;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What an update of the chat's screen yields: the next model, and what is to be done, in order.</summary>
public readonly record struct TalkStep(TalkModel Model, ImmutableList<TalkEffect> Effects)
{
    public static TalkStep Of(TalkModel model) => new(model, []);

    public static TalkStep Of(TalkModel model, TalkEffect effect) => new(model, [effect]);

    public static TalkStep Of(TalkModel model, ChatWish wish) => new(model, [new TalkEffect.Wish(wish)]);

    /// <summary>What comes next, with the effects of both.</summary>
    public TalkStep Then(Func<TalkModel, TalkStep> next)
    {
        var step = next(Model);
        return new(step.Model, Effects.AddRange(step.Effects));
    }
}
