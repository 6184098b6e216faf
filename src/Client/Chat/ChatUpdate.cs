using System.Collections.Immutable;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>
/// What becomes of the chat that a person looks at when the connection tells something, when the person wants something and when time
/// passes. Pure. This file sorts; the others decide, one subject each.
/// </summary>
public static partial class ChatUpdate
{
    /// <summary>The connection told these, in this order.</summary>
    /// <param name="client">What the connection knows after them.</param>
    /// <param name="now">By our clock, for what ends by itself.</param>
    public static ChatStep Hear(ChatModel model, ClientModel client, LinkState link, IEnumerable<ChatEvent> events, DateTimeOffset now)
    {
        var step = ChatStep.Of(Stand(model, client, link) with { Now = now });
        foreach (var happened in events)
            step = Hear(step, happened);
        return step with { Model = Pass(step.Model, now) };
    }

    /// <summary>The person wants something.</summary>
    public static ChatStep Wish(ChatModel model, ChatWish wish) => wish switch
    {
        ChatWish.Look w => Look(model, w.Conversation),
        ChatWish.Open w => Open(model, w),
        ChatWish.Close w => Close(model, w),
        ChatWish.Say w => Say(model, w),
        ChatWish.Retry w => Retry(model, w),
        ChatWish.Discard w => Discard(model, w),
        ChatWish.React w => React(model, w),
        ChatWish.Type w => Write(model, w),
        ChatWish.ReadAt w => ChatStep.Of(Change(model, w.Conversation, known => known with { ReadingAt = w.Number })),
        ChatWish.LoadOlder w => LoadOlder(model, w.Conversation),
        ChatWish.LoadNewer w => LoadNewer(model, w.Conversation),
        ChatWish.LoadLatest w => LoadLatest(model, w.Conversation),
        ChatWish.LoadAround w => LoadAround(model, w),
        ChatWish.Search w => Search(model, w),
        ChatWish.Rename w => Ask(model, new ClientMessage.Rename(w.Nick)),
        ChatWish.Away w => Ask(model, SayAway(model, w.Words)),
        ChatWish.Ignore w => ChatStep.Of(Ignore(model, w)),
        ChatWish.Command w => Ask(model, new ClientMessage.Order(w.Line, w.Conversation)),
    };

    /// <summary>Time passed: what ends by itself ends.</summary>
    public static ChatModel Pass(ChatModel model, DateTimeOffset now)
    {
        model = model with { Now = now };
        if (!model.SomebodyWrites)
            return model;
        for (var i = 0; i < model.Conversations.Count; i++)
        {
            if (model.Conversations[i].Typing is { IsEmpty: false } typing)
                model = Put(model, i, model.Conversations[i] with { Typing = typing.RemoveAll(typist => !IsBelieved(typist, now)) });
        }
        return model with { SomebodyWrites = model.Conversations.Exists(known => !known.Typing.IsEmpty) };
    }

    private static ChatStep Hear(ChatStep step, ChatEvent happened) => happened switch
    {
        ChatEvent.Said e => step.With(HearSaid(step.Model, e)),
        ChatEvent.Noticed e => step.With(HearNoticed(step.Model, e)),
        ChatEvent.Welcomed e => step.With(Tell(step.Model, "", e.At, new EntryWhat.Info($"connected to {e.Server} as {e.Nick}"))),
        ChatEvent.Joined e => HearConnected(step, e),
        ChatEvent.Left e => step.With(HearLeft(step.Model, e)),
        ChatEvent.Quit e => step.With(HearQuit(step.Model, e)),
        ChatEvent.Kicked e => step.With(HearRemoved(step.Model, e)),
        ChatEvent.Renamed e => step.With(HearRenamed(step.Model, e)),
        ChatEvent.TopicSet e => step.With(HearTopic(step.Model, e)),
        ChatEvent.Present => step,
        ChatEvent.Members e => step.With(HearMembers(step.Model, e)),
        ChatEvent.ModesChanged e => step.With(HearModes(step.Model, e)),
        ChatEvent.AwayChanged e => step.With(HearAway(step.Model, e)),
        ChatEvent.Invited e => step.With(HearInvited(step.Model, e)),
        ChatEvent.Reacted e => step.With(HearReacted(step.Model, e)),
        ChatEvent.Typing e => step.With(HearTyping(step.Model, e)),
        ChatEvent.Redacted e => step.With(HearRedacted(step.Model, e)),
        ChatEvent.Failed e => step.With(HearFailed(step.Model, e)),
        ChatEvent.PerhapsSent e => step.With(HearPerhapsSent(step.Model, e)),
        ChatEvent.Gap e => step.With(Tell(step.Model, e.Target, e.At, new EntryWhat.Gap())),
        ChatEvent.RoomRefused e => step.With(HearRoomRefused(step.Model, e)),
        ChatEvent.Refused e => step.With(Tell(step.Model, e.Where ?? step.Model.Looking, e.At, new EntryWhat.Wrong(e.Reason))),
        ChatEvent.Info e => step.With(HearInfo(step.Model, e)),
        ChatEvent.Page e => step.With(HearPage(step.Model, e)),
        ChatEvent.Found e => step.With(HearFound(step.Model, e)),
    };

    /// <summary>While the connection is away nobody writes, and what was asked for does not come any more.</summary>
    private static ChatModel Stand(ChatModel model, ClientModel client, LinkState link)
    {
        var broke = model.Link is LinkState.Online && link is not LinkState.Online;
        var next = LeaveLost(model with { Client = client, Link = link });
        if (broke)
            return next with { Conversations = next.Conversations.ConvertAll(known => Broken(next, StandStill(known))), Wrote = null };
        // Without a connection nobody could say whether the server tells of earlier times.
        var came = model.Link is not LinkState.Online && link is LinkState.Online;
        return came ? next with { Conversations = next.Conversations.ConvertAll(known => Mended(AskAgain(known, client), client.HeardAt)) } : next;
    }

    /// <summary>
    /// A room that the connection is not in any more, and is not getting into again: it was left while there was no connection, or did not
    /// let us in after one. No line of the server says that we left.
    /// </summary>
    private static ChatModel LeaveLost(ChatModel model)
    {
        for (var i = 0; i < model.Conversations.Count; i++)
        {
            var known = model.Conversations[i];
            if (known is { Kind: ConversationKind.Room, Inside: true } && model.Client.Room(known.Name) is null or { Phase: RoomPhase.Closed })
                model = Put(model, i, known with { Inside = false, Members = known.Members.Clear(), MoreMembers = 0, Typing = [] });
        }
        return model;
    }

    private static Conversation AskAgain(Conversation known, ClientModel client) =>
        client.TellsHistory && known is { Kind: not ConversationKind.Server, Older: Reach.Untold } ? known with { Older = Reach.More } : known;

    /// <summary>
    /// Where the connection broke, a line says so. It has the time of what stands above it, so that what was said meanwhile, by the server's
    /// clock, comes below.
    /// </summary>
    private static Conversation Broken(ChatModel model, Conversation known) => known.Kind == ConversationKind.Server || known.Entries.Count == 0
        ? known
        : Append(model, known, new Stamp(known.Entries[^1].At.Time), new EntryWhat.Offline(model.Client.HeardAt, null));

    private static Conversation Mended(Conversation known, DateTimeOffset now)
    {
        for (var i = known.Entries.Count - 1; i >= Math.Max(0, known.Entries.Count - LookBack); i--)
        {
            if (known.Entries[i] is { What: EntryWhat.Offline { Until: null } offline } entry)
                return known with { Entries = known.Entries.SetItem(i, entry with { What = offline with { Until = now } }) };
        }
        return known;
    }

    private static Conversation StandStill(Conversation known) => known with
    {
        Typing = [],
        Older = known.Older == Reach.Loading ? Reach.More : known.Older,
        Newer = known.Newer == Reach.Loading ? Reach.More : known.Newer,
    };

    private static ChatStep Ask(ChatModel model, ClientMessage message) => new(model, [message]);

    private static ChatStep With(this ChatStep step, ChatModel model) => step with { Model = model };
}

/// <summary>What an update of the chat yields: the next model, and what the connection has to be told, in order.</summary>
public readonly record struct ChatStep(ChatModel Model, ImmutableList<ClientMessage> Messages)
{
    public static ChatStep Of(ChatModel model) => new(model, []);
}
