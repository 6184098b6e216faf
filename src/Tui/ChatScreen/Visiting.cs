using ChatRoom.Client.Chat;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Going from one conversation to another, in whichever network it is.</summary>
internal static class Visiting
{
    public static TalkStep Beside(TalkModel model, int step)
    {
        var all = Listed.Of(model.Networks);
        return LookAt(model, all[(IndexOf(model, all) + step + all.Length) % all.Length]);
    }

    public static TalkStep GoTo(TalkModel model, int index)
    {
        var all = Listed.Of(model.Networks);
        return index < all.Length
            ? LookAt(model, all[index])
            : TalkStep.Of(model with { Remark = $"there are only {all.Length} conversations" });
    }

    public static TalkStep LookAt(TalkModel model, ConversationId conversation) =>
        TalkStep.Of(Leaving(model), conversation.Network, new ChatWish.Look(conversation.Conversation));

    private static TalkStep LookAt(TalkModel model, Listed one) =>
        TalkStep.Of(Leaving(model), one.Network.Name, new ChatWish.Look(one.Conversation.Name));

    private static TalkModel Leaving(TalkModel model) => model with { Chosen = null, Overlay = null, PeopleFrom = 0, PendingJump = null };

    /// <summary>One that names us before one that is merely new; among equals the next in the list.</summary>
    public static TalkStep NextUnread(TalkModel model)
    {
        var all = Listed.Of(model.Networks);
        var index = IndexOf(model, all);
        var after = all.Skip(index + 1).Concat(all.Take(index)).Where(one => !model.IsMuted(one.Id)).ToList();
        var next = after.Find(one => one.Conversation.Mentions > 0) ?? after.Find(one => one.Conversation.Unread > 0);
        return next is null ? TalkStep.Of(model with { Remark = "nothing is new elsewhere" }) : LookAt(model, next);
    }

    private static int IndexOf(TalkModel model, IReadOnlyList<Listed> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].IsCurrentOf(model))
                return i;
        }
        return 0;
    }

    /// <summary>What is shown in a window in front is looked at; what lies beyond a hole is not shown.</summary>
    public static TalkStep Seen(TalkModel model) => model.HasFocus && model.Current is { Unread: > 0, Newer: Reach.End }
        ? TalkStep.Of(model, new ChatWish.Look(model.Current.Name))
        : TalkStep.Of(model);
}
