using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Commands;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Where in a conversation one reads: rows up and down, its beginning and its end, what is unread, and a message that may not be loaded.</summary>
internal static class Scrolling
{
    /// <summary>Older messages are asked for when this many are left above, so that they are there when somebody gets there.</summary>
    private const int Ahead = 40;

    /// <summary>Two rows of the page before stay in sight.</summary>
    public static int Page(TalkModel model) => Math.Max(1, TalkLayout.Of(model).Messages.Height - 2);

    public static TalkStep Scroll(TalkModel model, int rows)
    {
        var area = TalkLayout.Of(model).Messages;
        return At(model, Viewport.Moved(new MessageLayout(model, area.Width), model.Reading.Place, area.Height, rows), rows > 0);
    }

    /// <summary>Reads at a place, and asks for what lies beyond the loaded where it is near.</summary>
    private static TalkStep At(TalkModel model, Place? place, bool isDown)
    {
        var seenBefore = place is null ? null : model.Reading.SeenBefore ?? model.Current.NextNumber as long?;
        var next = model.With(model.Reading with { Place = place, SeenBefore = seenBefore }) with { PendingJump = null };
        var area = TalkLayout.Of(next).Messages;
        var seen = Viewport.Of(new MessageLayout(next, area.Width), place, area.Height);
        var (name, current) = (next.Current.Name, next.Current);
        if (isDown && seen.IsAtBottom && current.Newer == Reach.More)
            return TalkStep.Of(next, new ChatWish.LoadNewer(name));
        if (!isDown && seen.FirstIndex < Ahead && current.Older == Reach.More)
            return TalkStep.Of(next, new ChatWish.LoadOlder(name));
        return TalkStep.Of(!isDown && seen.IsAtTop && next.Remark is null ? next with { Remark = BeginningRemark(current) } : next);
    }

    private static string? BeginningRemark(Conversation current) => current.Older switch
    {
        Reach.End => "this is the beginning",
        Reach.Loading => "loading older messages…",
        Reach.Untold => "this server keeps no history for you to scroll back to",
        _ => null,
    };

    public static TalkStep Oldest(TalkModel model) => model.Current.Entries.Count == 0
        ? TalkStep.Of(model)
        : At(model, new Place(model.Current.Entries[0].Number, int.MinValue / 2), false);

    public static TalkStep Latest(TalkModel model)
    {
        var next = model.With(model.Reading with { Place = null, SeenBefore = null }) with { PendingJump = null };
        return model.Current.Newer == Reach.End ? TalkStep.Of(next) : TalkStep.Of(next, new ChatWish.LoadLatest(model.Current.Name));
    }

    public static TalkStep JumpToUnread(TalkModel model) => model.UnreadFrom is { } number
        ? ShowNumber(model, number)
        : TalkStep.Of(model with { Remark = "nothing is unread here" });

    /// <summary>From the place where one reads up, so that the key goes on to the one before.</summary>
    public static TalkStep JumpToMention(TalkModel model)
    {
        var entries = model.Current.Entries;
        var from = model.Marked ?? long.MaxValue;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].Number < from && entries[i].What is EntryWhat.Said { Mention: true })
                return ShowNumber(model with { Marked = entries[i].Number, Chosen = null }, entries[i].Number);
        }
        return TalkStep.Of(model with { Remark = model.Marked is null ? "nothing that is loaded names you" : "nothing older that is loaded names you" });
    }

    public static TalkStep JumpTo(TalkModel model, JumpGoal goal) => goal switch
    {
        JumpGoal.Unread => JumpToUnread(model),
        JumpGoal.Mention => JumpToMention(model),
        JumpGoal.Start => Oldest(model),
        JumpGoal.End => Latest(model),
        JumpGoal.To g => Seek(model, g.Moment, null),
    };

    /// <summary>Shows an entry that is loaded; where it is in sight, nothing moves.</summary>
    public static TalkStep ShowNumber(TalkModel model, long number)
    {
        var area = TalkLayout.Of(model).Messages;
        var passage = new MessageLayout(model, area.Width);
        var seen = Viewport.Of(passage, model.Reading.Place, area.Height);
        return seen.Rows.Any(row => row.Number == number)
            ? TalkStep.Of(model)
            : At(model, Viewport.Around(passage, number, area.Height), isDown: false);
    }

    /// <summary>Goes to a message that may not be loaded.</summary>
    public static TalkStep Seek(TalkModel model, DateTimeOffset moment, string? messageId)
    {
        var seeking = new PendingJump(model.CurrentId, moment, messageId);
        if (NumberOf(model, seeking) is { } number)
            return ShowNumber(model with { Marked = messageId is null ? null : number, Chosen = null, PendingJump = null }, number);
        return model.Current.Older is Reach.Untold && model.Current.Newer == Reach.End
            ? TalkStep.Of(model with { Remark = "that is not loaded, and this server keeps no history" })
            : TalkStep.Of(model with { PendingJump = seeking, Remark = "loading…" }, new ChatWish.LoadAround(model.Current.Name, moment, messageId));
    }

    /// <summary>The number of what is sought, once it is loaded.</summary>
    private static long? NumberOf(TalkModel model, PendingJump seeking)
    {
        var entries = model.Current.Entries;
        if (seeking.MessageId is { } id)
            return entries.IndexOfMessage(id) is >= 0 and var index ? entries[index].Number : null;
        var isCovered = entries.Count > 0 && (entries[0].At.Time <= seeking.Moment || model.Current.Older == Reach.End);
        return isCovered ? entries.FirstOrDefault(entry => entry.At.Time >= seeking.Moment)?.Number : null;
    }

    /// <summary>What was asked for may be there now.</summary>
    public static TalkStep Arrive(TalkModel model)
    {
        if (model.PendingJump is not { } seeking || seeking.Conversation != model.CurrentId)
            return TalkStep.Of(model);
        if (NumberOf(model, seeking) is not { } number)
            return model.Current.Older == Reach.Loading || model.Current.Newer == Reach.Loading ? TalkStep.Of(model) : ShowNearest(model, seeking);
        return ShowNumber(model with { Marked = seeking.MessageId is null ? null : number, PendingJump = null, Remark = null }, number);
    }

    /// <summary>The server has answered, and what was sought is not there: nothing was said before that moment, or the message is gone.</summary>
    private static TalkStep ShowNearest(TalkModel model, PendingJump seeking)
    {
        var found = model with { PendingJump = null, Remark = seeking.MessageId is null ? null : "that message is not there any more" };
        var entries = model.Current.Entries;
        if (entries.Count == 0)
            return TalkStep.Of(found with { Remark = "nothing was said around that time" });
        var nearest = entries.FirstOrDefault(entry => entry.At.Time >= seeking.Moment) ?? entries[^1];
        return ShowNumber(found, nearest.Number);
    }
}
