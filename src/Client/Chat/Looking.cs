using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>Which conversations there are, and which one the person looks at.</summary>
internal static class Looking
{
    /// <summary>What was unread is read; the unread line stands as long as the person looks, and goes when they look elsewhere.</summary>
    public static ChatStep Look(ChatModel model, string name)
    {
        if (model.IndexOf(name) is var index && index < 0)
            return ChatStep.Of(model);
        var step = ChatStep.Of(model);
        if (!model.Client.Same(model.Looking, name))
            step = Reading.Tell(model).Then(read => ChatStep.Of(Left(read with { Looking = read.Conversations[index].Name }, read.Looking)));
        return step.Then(there => ChatStep.Of(
            Placing.Put(there, index, there.Conversations[index] with { Unread = 0, Mentions = 0, Failures = 0 }))).Then(Reading.Tell);
    }

    /// <summary>The person looks at another network.</summary>
    public static ChatStep Away(ChatModel model) => Reading.Tell(model).Then(read => ChatStep.Of(Left(read with { IsShown = false }, read.Looking)));

    private static ChatModel Left(ChatModel model, string name) =>
        Placing.Change(model, name, known => Placing.Forget(model, known with { UnreadFrom = null, ReadingAt = null }));

    public static ChatStep Open(ChatModel model, ChatWish.Open wish)
    {
        if (!CanBeName(wish.Name))
            return RefuseName(model, wish.Name);
        var isRoom = model.Client.Support.IsChannel(wish.Name);
        var isNew = model.IndexOf(wish.Name) < 0;
        if (isNew && model.Conversations.Count >= ClientLimits.Conversations)
            return Placing.Refuse(model, model.Looking, $"more than {ClientLimits.Conversations} conversations can't be open; close one first");
        var kind = isRoom ? ConversationKind.Room : ConversationKind.Person;
        var opened = !isNew ? model : model with
        {
            Conversations = model.Conversations.Add(new Conversation(wish.Name, kind) { Older = Placing.AtTheEdge(model), Inside = !isRoom }),
            Leaving = model.Leaving.Remove(model.Fold(wish.Name)),
        };
        var looked = Look(opened, wish.Name);
        if (!isRoom)
            return isNew ? looked.Then(now => Paging.LoadLatest(now, wish.Name)) : looked;
        return looked.Model.Find(wish.Name) is { Inside: true }
            ? looked
            : looked.And(new ClientMessage.Join(wish.Name, wish.Key));
    }

    public static ChatStep Close(ChatModel model, ChatWish.Close wish)
    {
        if (model.IndexOf(wish.Conversation) is var index && index < 0)
            return ChatStep.Of(model);
        var closed = model.Conversations[index];
        if (closed.Kind == ConversationKind.Server)
            return Placing.Refuse(model, "", "the server's own conversation can't be closed; to leave the server, quit");
        var leaves = closed is { Kind: ConversationKind.Room } && model.Client.Room(closed.Name) is { Phase: not RoomPhase.Closed };
        var step = model.IsLookingAt(closed) ? Look(model, model.Conversations[index - 1].Name) : ChatStep.Of(model);
        var rest = step.Model with
        {
            Conversations = step.Model.Conversations.RemoveAt(index),
            Leaving = leaves ? model.Leaving.Add(model.Fold(closed.Name)) : model.Leaving,
        };
        return leaves ? step.With(rest).And(new ClientMessage.Part(closed.Name, wish.Reason)) : step.With(rest);
    }

    /// <summary>A name with a space or a comma would be two on the wire, and one with ':' in front the text.</summary>
    public static bool CanBeName(string name) =>
        name.Length > 0 && name[0] != ':' && !name.Any(c => c is ' ' or ',' || char.IsControl(c));

    public static ChatStep RefuseName(ChatModel model, string name) =>
        Placing.Refuse(model, model.Looking, $"'{name}' is no name of a room or a person; a name has no spaces and commas and does not begin with ':'");
}
