using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>What the person does: look, open, close, say.</summary>
public static partial class ChatUpdate
{
    /// <summary>The next line's id lies this far above, so that the pieces of a long line, which are counted on, never reach it.</summary>
    private static readonly UInt128 LineStep = (UInt128)1 << 32;

    /// <summary>What was unread is read; the unread line stands as long as the person looks, and goes when they look elsewhere.</summary>
    private static ChatStep Look(ChatModel model, string name)
    {
        if (model.IndexOf(name) is var index && index < 0)
            return ChatStep.Of(model);
        var left = model.Current;
        if (!model.Client.Same(left.Name, name))
        {
            var away = model with { Looking = model.Conversations[index].Name };
            model = Change(away, left.Name, known => Forget(away, known with { UnreadFrom = null, ReadingAt = null }));
        }
        var looked = model.Conversations[index];
        var next = Put(model with { Looking = looked.Name }, index, looked with { Unread = 0, Mentions = 0, Failures = 0 });
        return looked.Unread > 0 && looked.Entries.Count > 0 && looked.Kind != ConversationKind.Server
            ? Ask(next, new ClientMessage.MarkRead(looked.Name, looked.Entries[^1].At.Time))
            : ChatStep.Of(next);
    }

    private static ChatStep Open(ChatModel model, ChatWish.Open wish)
    {
        if (!CanBeName(wish.Name))
            return RefuseName(model, wish.Name);
        var isRoom = model.Client.Support.IsChannel(wish.Name);
        var isNew = model.IndexOf(wish.Name) < 0;
        if (isNew && model.Conversations.Count >= ClientLimits.Conversations)
            return Refuse(model, model.Looking, $"more than {ClientLimits.Conversations} conversations can't be open; close one first");
        var kind = isRoom ? ConversationKind.Room : ConversationKind.Person;
        var opened = !isNew ? model : model with
        {
            Conversations = model.Conversations.Add(new Conversation(wish.Name, kind) { Older = AtTheEdge(model), Inside = !isRoom }),
            Leaving = model.Leaving.Remove(model.Fold(wish.Name)),
        };
        var looked = Look(opened, wish.Name);
        if (!isRoom)
            return isNew ? Then(looked, now => LoadLatest(now, wish.Name)) : looked;
        return looked.Model.Find(wish.Name) is { Inside: true }
            ? looked
            : looked with { Messages = looked.Messages.Add(new ClientMessage.Join(wish.Name, wish.Key)) };
    }

    private static ChatStep Close(ChatModel model, ChatWish.Close wish)
    {
        if (model.IndexOf(wish.Conversation) is var index && index < 0)
            return ChatStep.Of(model);
        var closed = model.Conversations[index];
        if (closed.Kind == ConversationKind.Server)
            return Refuse(model, "", "the server's own conversation can't be closed; to leave the server, quit");
        var leaves = closed is { Kind: ConversationKind.Room } && model.Client.Room(closed.Name) is { Phase: not RoomPhase.Closed };
        var step = model.IsLookingAt(closed) ? Look(model, model.Conversations[index - 1].Name) : ChatStep.Of(model);
        var rest = step.Model with
        {
            Conversations = step.Model.Conversations.RemoveAt(index),
            Leaving = leaves ? model.Leaving.Add(model.Fold(closed.Name)) : model.Leaving,
        };
        var messages = leaves ? step.Messages.Add(new ClientMessage.Part(closed.Name, wish.Reason)) : step.Messages;
        return new(rest, messages);
    }

    private static ChatStep Say(ChatModel model, ChatWish.Say wish)
    {
        if (wish.Conversation.Length == 0)
            return Refuse(model, "", "nobody hears what is said here; open a room with /join or a person with /query");
        if (!CanBeName(wish.Conversation))
            return RefuseName(model, wish.Conversation);
        var lines = Multiline.Lines(model.Client, wish.Conversation, wish.Text, wish.Manner);
        var isPerson = model.Client.RoomOf(wish.Conversation) is null;
        var opened = isPerson ? Reached(model, wish.Conversation, ConversationKind.Person).Model : model;
        var step = ChatStep.Of(opened with { Wrote = null });
        for (var i = 0; i < lines.Length; i++)
        {
            var said = new ClientMessage.Say(wish.Conversation, lines[i], wish.Manner, wish.Id + (LineStep * (UInt128)i))
            {
                ReplyTo = i == 0 ? wish.ReplyTo : null,
            };
            step = step with { Messages = step.Messages.Add(said) };
        }
        return step;
    }

    private static ChatStep Retry(ChatModel model, ChatWish.Retry wish)
    {
        if (Unkept(model, wish.Conversation, wish.Failed) is not ({ } said, var index, var at))
            return ChatStep.Of(model);
        var known = model.Conversations[index];
        var rest = Put(model, index, known with { Entries = known.Entries.RemoveAt(at) });
        return Ask(rest, new ClientMessage.Say(said.To ?? known.Name, said.Text, said.Manner, wish.Id) { ReplyTo = said.ReplyTo });
    }

    private static ChatStep Discard(ChatModel model, ChatWish.Discard wish)
    {
        if (Unkept(model, wish.Conversation, wish.Id) is not (_, var index, var at))
            return Ask(model, new ClientMessage.Discard(wish.Id));
        var known = model.Conversations[index];
        return ChatStep.Of(Put(model, index, known with { Entries = known.Entries.RemoveAt(at) }));
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

    private static ChatStep React(ChatModel model, ChatWish.React wish) => model.Client.Passes(Caps.ReactTag)
        ? Ask(model, new ClientMessage.React(wish.Conversation, wish.MessageId, wish.Text, wish.Undo))
        : Refuse(model, wish.Conversation, "this server does not pass reactions on");

    /// <summary>A clock that jumped back must not keep us silent.</summary>
    private static ChatStep Write(ChatModel model, ChatWish.Type wish)
    {
        if (wish.Conversation.Length == 0 || !model.Client.Passes(Caps.TypingTag))
            return ChatStep.Of(model);
        var told = model.Wrote is { } wrote && model.Client.Same(wrote.Conversation, wish.Conversation) ? wrote.At : (DateTimeOffset?)null;
        var isFresh = told is { } at && wish.Now >= at && wish.Now - at < ClientLimits.TypingAgain;
        if (wish.IsWriting ? isFresh : told is null)
            return ChatStep.Of(model);
        var next = model with { Wrote = wish.IsWriting ? (wish.Conversation, wish.Now) : null };
        return Ask(next, new ClientMessage.Type(wish.Conversation, wish.IsWriting));
    }

    private static ClientMessage.Order SayAway(ChatModel model, string? words) =>
        new(words is null ? Message.Of("AWAY") : Message.Of("AWAY", words.Length == 0 ? "away" : words), model.Looking);

    private static ChatModel Ignore(ChatModel model, ChatWish.Ignore wish) => model with
    {
        Ignored = wish.On ? model.Ignored.Add(model.Fold(wish.Nick)) : model.Ignored.Remove(model.Fold(wish.Nick)),
    };

    /// <summary>A name with a space or a comma would be two on the wire, and one with ':' in front the text.</summary>
    private static bool CanBeName(string name) =>
        name.Length > 0 && name[0] != ':' && !name.Any(c => c is ' ' or ',' || char.IsControl(c));

    private static ChatStep RefuseName(ChatModel model, string name) =>
        Refuse(model, model.Looking, $"'{name}' is no name of a room or a person; a name has no spaces and commas and does not begin with ':'");

    private static ChatStep Refuse(ChatModel model, string name, string why) =>
        ChatStep.Of(Tell(model, name, new Stamp(model.Now), new EntryWhat.Wrong(why)));

    private static ChatStep Then(ChatStep step, Func<ChatModel, ChatStep> next)
    {
        var (model, messages) = next(step.Model);
        return new(model, step.Messages.AddRange(messages));
    }
}
