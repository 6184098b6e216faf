using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>
/// What becomes of the chat that a person looks at when the connection tells something, when the person wants something and when time
/// passes. Pure. This sorts; modules decide, one subject each, and call only those below them.
/// </summary>
public static class ChatUpdate
{
    /// <summary>The connection told these, in this order.</summary>
    /// <param name="client">What the connection knows after them.</param>
    /// <param name="now">By our clock, for what ends by itself.</param>
    public static ChatStep Hear(ChatModel model, ClientModel client, LinkState link, IEnumerable<ChatEvent> events, DateTimeOffset now)
    {
        var all = events.ToList();
        var next = LinkChange.Stand(model, client, link, [.. all.OfType<ChatEvent.RoomRenamed>().Select(e => e.Room)]) with { Now = now };
        foreach (var happened in all)
            next = Hear(next, happened);
        return Pass(next, now);
    }

    /// <summary>The person wants something.</summary>
    public static ChatStep Wish(ChatModel model, ChatWish wish) => wish switch
    {
        ChatWish.Look w => Looking.Look(model, w.Conversation),
        ChatWish.Open w => Looking.Open(model, w),
        ChatWish.Close w => Looking.Close(model, w),
        ChatWish.Say w => Saying.Say(model, w),
        ChatWish.Retry w => Saying.Retry(model, w),
        ChatWish.Discard w => Saying.Discard(model, w),
        ChatWish.React w => Saying.React(model, w),
        ChatWish.Type w => Saying.Write(model, w),
        ChatWish.ReadAt w => ChatStep.Of(Placing.Change(model, w.Conversation, known => known with { ReadingAt = w.Number })),
        ChatWish.LoadOlder w => Paging.LoadOlder(model, w.Conversation),
        ChatWish.LoadNewer w => Paging.LoadNewer(model, w.Conversation),
        ChatWish.LoadLatest w => Paging.LoadLatest(model, w.Conversation),
        ChatWish.LoadAround w => Paging.LoadAround(model, w),
        ChatWish.Search w => Searching.Search(model, w),
        ChatWish.Rename w => ChatStep.Of(model, new ClientMessage.Rename(w.Nick)),
        ChatWish.Away w => ChatStep.Of(model, Saying.SayAway(model, w.Words)),
        ChatWish.Ignore w => ChatStep.Of(People.Ignore(model, w)),
        ChatWish.Highlight w => ChatStep.Of(model with { Highlights = w.Words }),
        ChatWish.Command w => ChatStep.Of(model, new ClientMessage.Order(w.Line, w.Conversation)),
    };

    /// <summary>Time passed: what ends by itself ends, and what was read meanwhile is told.</summary>
    public static ChatStep Pass(ChatModel model, DateTimeOffset now) => Reading.Pass(Marks.Pass(model, now));

    private static ChatModel Hear(ChatModel model, ChatEvent happened) => happened switch
    {
        ChatEvent.Said e => Hearing.HearSaid(model, e),
        ChatEvent.Noticed e => Hearing.HearNoticed(model, e),
        ChatEvent.Welcomed e => Placing.Tell(model, "", e.At, new EntryWhat.Info($"connected to {e.Server} as {e.Nick}")),
        ChatEvent.Joined e => People.HearJoined(model, e),
        ChatEvent.Left e => People.HearLeft(model, e),
        ChatEvent.Quit e => People.HearQuit(model, e),
        ChatEvent.Kicked e => People.HearKicked(model, e),
        ChatEvent.Renamed e => People.HearRenamed(model, e),
        ChatEvent.RoomRenamed e => Rooms.HearRenamed(model, e),
        ChatEvent.TopicSet e => Rooms.HearTopic(model, e),
        ChatEvent.Present => model,
        ChatEvent.Members e => People.HearMembers(model, e),
        ChatEvent.ModesChanged e => Rooms.HearModes(model, e),
        ChatEvent.AwayChanged e => People.HearAway(model, e),
        ChatEvent.Invited e => Rooms.HearInvited(model, e),
        ChatEvent.Reacted e => Marks.HearReacted(model, e),
        ChatEvent.Typing e => Marks.HearTyping(model, e),
        ChatEvent.Redacted e => Marks.HearRedacted(model, e),
        ChatEvent.Failed e => Hearing.HearFailed(model, e),
        ChatEvent.PerhapsSent e => Hearing.HearPerhapsSent(model, e),
        ChatEvent.ReadUntil e => Reading.HearRead(model, e),
        ChatEvent.Gap e => Placing.Tell(model, e.Target, e.At, new EntryWhat.Gap()),
        ChatEvent.RoomRefused e => Rooms.HearRefused(model, e),
        ChatEvent.Refused e => Placing.Tell(model, e.Where ?? model.Looking, e.At, new EntryWhat.Wrong(e.Reason)),
        ChatEvent.Info e => Hearing.HearInfo(model, e),
        ChatEvent.OwnRecord e => Records.Hear(model, e),
        ChatEvent.OwnRecordsEnd => Records.HearEnd(model),
        ChatEvent.Page e => Paging.HearPage(model, e),
        ChatEvent.Found e => Searching.HearFound(model, e),
    };
}
