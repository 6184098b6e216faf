using ChatRoom.Client.Chat;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Going from one conversation to another.</summary>
internal static class Visiting
{
    public static TalkStep Beside(TalkModel model, int step)
    {
        var all = model.Chat.Conversations;
        var index = all.IndexOf(model.Current);
        return GoTo(model, (index + step + all.Count) % all.Count);
    }

    public static TalkStep GoTo(TalkModel model, int index) => index < model.Chat.Conversations.Count
        ? LookAt(model, model.Chat.Conversations[index])
        : TalkStep.Of(model with { Remark = $"there are only {model.Chat.Conversations.Count} conversations" });

    public static TalkStep LookAt(TalkModel model, Conversation conversation) =>
        TalkStep.Of(Leaving(model), new ChatWish.Look(conversation.Name));

    public static TalkStep LookAt(TalkModel model, ConversationId conversation) =>
        TalkStep.Of(Leaving(model), conversation.Network, new ChatWish.Look(conversation.Conversation));

    private static TalkModel Leaving(TalkModel model) => model with { Chosen = null, Overlay = null, PeopleFrom = 0, PendingJump = null };

    /// <summary>One that names us before one that is merely new; among equals the next in the list.</summary>
    public static TalkStep NextUnread(TalkModel model)
    {
        var all = model.Chat.Conversations;
        var index = all.IndexOf(model.Current);
        var after = all.Skip(index + 1).Concat(all.Take(index)).ToList();
        var next = after.Find(one => one.Mentions > 0) ?? after.Find(one => one.Unread > 0);
        return next is null ? TalkStep.Of(model with { Remark = "nothing is new elsewhere" }) : LookAt(model, next);
    }

    /// <summary>What is shown in a window in front is looked at; what lies beyond a hole is not shown.</summary>
    public static TalkStep Seen(TalkModel model) => model.HasFocus && model.Current is { Unread: > 0, Newer: Reach.End }
        ? TalkStep.Of(model, new ChatWish.Look(model.Current.Name))
        : TalkStep.Of(model);
}
