using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>
/// How far the person has read, for their other devices (IRCv3 draft/read-marker). What comes into the conversation that they look at, while
/// they are at its end, is read.
/// </summary>
internal static class Reading
{
    /// <summary>Not for each message of a lively room.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>The other devices don't know yet.</summary>
    public static bool IsUntold(ChatModel model) => Untold(model) is not null;

    /// <summary>Tells it now: the person goes elsewhere, or has just come.</summary>
    public static ChatStep Tell(ChatModel model)
    {
        if (Untold(model) is not { } until)
            return ChatStep.Of(model);
        var name = model.Current.Name;
        var told = Placing.Change(model, name, known => known with { ReadUntil = until });
        return ChatStep.Of(told with { ToldReadAt = model.Now }, new ClientMessage.MarkRead(name, until));
    }

    /// <summary>Time passed.</summary>
    public static ChatStep Pass(ChatModel model) => model.ToldReadAt is { } before && model.Now - before < Pause && model.Now >= before ? ChatStep.Of(model) : Tell(model);

    /// <summary>What was read on another device is not new here. What came after that is, and where it begins the line stands.</summary>
    public static ChatModel HearRead(ChatModel model, ChatEvent.ReadUntil e) => Placing.Change(model, e.Target, known =>
    {
        var read = known.ReadUntil is { } before && before > e.Until ? known : known with { ReadUntil = e.Until };
        if (read.Unread == 0 || read.UnreadFrom is not { } from)
            return read;
        var index = read.Entries.IndexOfNumber(from);
        var next = Enumerable.Range(index, read.Entries.Count - index)
            .Select(i => read.Entries[i]).Where(entry => entry.What is EntryWhat.Said { Own: false } && entry.At.Time > e.Until).ToList();
        return next.Count >= read.Unread ? read : read with
        {
            Unread = next.Count,
            Mentions = next.Count(entry => entry.What is EntryWhat.Said { Mention: true }),
            UnreadFrom = next.Count == 0 ? null : next[0].Number,
        };
    });

    private static DateTimeOffset? Untold(ChatModel model)
    {
        var known = model.Current;
        var isRead = model.IsShown && known is { Kind: not ConversationKind.Server, ReadingAt: null, Newer: Reach.End };
        if (!isRead || model.Link is not LinkState.Online || !model.Client.Has(Caps.ReadMarker))
            return null;
        for (var i = known.Entries.Count - 1; i >= 0; i--)
        {
            if (known.Entries[i] is { IsReference: true, What: EntryWhat.Said } last)
                return known.ReadUntil is { } until && until >= last.At.Time ? null : last.At.Time;
        }
        return null;
    }
}
