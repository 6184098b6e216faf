using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen;

namespace ChatRoom.Tui.Loop;

/// <summary>
/// What a step of the chat's screen comes to when all its wishes have gone into the chat and the chat's news back to the screen.
/// </summary>
/// <param name="Messages">For the connections, in their order.</param>
/// <param name="Effects">What is left to do outside; no wishes.</param>
internal readonly record struct TalkSettled(TalkModel Model, ImmutableList<NetworkMessage> Messages, ImmutableList<TalkEffect> Effects)
{
    public static TalkSettled Of(TalkStep step)
    {
        var (model, messages, effects) = (step.Model, ImmutableList<NetworkMessage>.Empty, ImmutableList<TalkEffect>.Empty);
        for (var open = step.Effects; !open.IsEmpty;)
        {
            var first = open[0];
            open = open.RemoveAt(0);
            if (first is not TalkEffect.Wish wish)
            {
                effects = effects.Add(first);
                continue;
            }
            var networks = NetworksUpdate.Wish(model.Networks, wish.Network, wish.What);
            var heard = TalkUpdate.Update(model, new TalkMessage.Heard(networks.Model));
            (model, messages, open) = (heard.Model, messages.AddRange(networks.Effects), open.InsertRange(0, heard.Effects));
        }
        return new(model, messages, effects);
    }
}
