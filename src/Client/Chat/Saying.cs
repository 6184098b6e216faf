using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>What the person says, says again or takes back, and what goes with it.</summary>
internal static class Saying
{
    /// <summary>The next line's id lies this far above, so that the pieces of a long line, which are counted on, never reach it.</summary>
    private static readonly UInt128 LineStep = (UInt128)1 << 32;

    public static ChatStep Say(ChatModel model, ChatWish.Say wish)
    {
        if (wish.Conversation.Length == 0)
            return Placing.Refuse(model, "", "nobody hears what is said here; open a room with /join or a person with /query");
        if (!Looking.CanBeName(wish.Conversation))
            return Looking.RefuseName(model, wish.Conversation);
        var lines = Multiline.Lines(model.Client, wish.Conversation, wish.Text, wish.Manner);
        var isPerson = model.Client.RoomOf(wish.Conversation) is null;
        var opened = isPerson ? Placing.Open(model, wish.Conversation, ConversationKind.Person).Model : model;
        var step = ChatStep.Of(opened with { Wrote = null });
        for (var i = 0; i < lines.Length; i++)
        {
            var said = new ClientMessage.Say(wish.Conversation, lines[i], wish.Manner, wish.Id + (LineStep * (UInt128)i))
            {
                ReplyTo = i == 0 ? wish.ReplyTo : null,
            };
            step = step.And(said);
        }
        return step;
    }

    public static ChatStep Retry(ChatModel model, ChatWish.Retry wish)
    {
        if (Unkept(model, wish.Conversation, wish.Failed) is not ({ } said, var index, var at))
            return ChatStep.Of(model);
        var known = model.Conversations[index];
        var rest = Placing.Put(model, index, known with { Entries = known.Entries.RemoveAt(at) });
        return ChatStep.Of(rest, new ClientMessage.Say(said.To ?? known.Name, said.Text, said.Manner, wish.Id) { ReplyTo = said.ReplyTo });
    }

    public static ChatStep Discard(ChatModel model, ChatWish.Discard wish)
    {
        if (Unkept(model, wish.Conversation, wish.Id) is not (_, var index, var at))
            return ChatStep.Of(model, new ClientMessage.Discard(wish.Id));
        var known = model.Conversations[index];
        return ChatStep.Of(Placing.Put(model, index, known with { Entries = known.Entries.RemoveAt(at) }));
    }

    /// <summary>The entry of an own line that is not known to be kept, with the place of its conversation and its own.</summary>
    private static (EntryWhat.Said Said, int Conversation, int Entry)? Unkept(ChatModel model, string name, UInt128 id)
    {
        if (model.IndexOf(name) is var index && index < 0)
            return null;
        var entries = model.Conversations[index].Entries;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].What is EntryWhat.Said { Fate: DeliveryState.Failed or DeliveryState.PerhapsSent } said && said.Id == id)
                return (said, index, i);
        }
        return null;
    }

    public static ChatStep React(ChatModel model, ChatWish.React wish) => model.Client.Passes(Caps.ReactTag)
        ? ChatStep.Of(model, new ClientMessage.React(wish.Conversation, wish.MessageId, wish.Text, wish.Undo))
        : Placing.Refuse(model, wish.Conversation, "this server does not pass reactions on");

    /// <summary>A clock that jumped back must not keep us silent.</summary>
    public static ChatStep Write(ChatModel model, ChatWish.Type wish)
    {
        if (wish.Conversation.Length == 0 || !model.Client.Passes(Caps.TypingTag))
            return ChatStep.Of(model);
        var told = model.Wrote is { } wrote && model.Client.Same(wrote.Conversation, wish.Conversation) ? wrote.At : (DateTimeOffset?)null;
        var isFresh = told is { } at && wish.Now >= at && wish.Now - at < ClientLimits.TypingAgain;
        if (wish.IsWriting ? isFresh : told is null)
            return ChatStep.Of(model);
        var next = model with { Wrote = wish.IsWriting ? (wish.Conversation, wish.Now) : null };
        return ChatStep.Of(next, new ClientMessage.Type(wish.Conversation, wish.IsWriting));
    }

    public static ClientMessage.Order SayAway(ChatModel model, string? words) =>
        new(words is null ? Message.Of("AWAY") : Message.Of("AWAY", words.Length == 0 ? "away" : words), model.Looking);
}
