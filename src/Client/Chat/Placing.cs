using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>Where an entry goes, and how much is kept.</summary>
internal static class Placing
{
    /// <summary>The distance of two numbers: what is played later finds room between them, and 8e12 entries can be numbered.</summary>
    public const long Spacing = 1 << 20;

    /// <summary>How far back an own line is looked for that was perhaps sent, when the server's history shows that it was.</summary>
    public const int LookBack = 50;

    public static ChatModel Put(ChatModel model, int index, Conversation conversation) =>
        model with { Conversations = model.Conversations.SetItem(index, conversation) };

    public static ChatModel Change(ChatModel model, string name, Func<Conversation, Conversation> change) =>
        model.IndexOf(name) is >= 0 and var index ? Put(model, index, change(model.Conversations[index])) : model;

    /// <summary>An entry that is no message, in this conversation or, where there is none of that name, in the server's.</summary>
    public static ChatModel Tell(ChatModel model, string name, Stamp at, EntryWhat what)
    {
        var index = Math.Max(model.IndexOf(name), 0);
        return Put(model, index, Place(model, model.Conversations[index], at, what));
    }

    public static ChatStep Refuse(ChatModel model, string name, string why) =>
        ChatStep.Of(Tell(model, name, new Stamp(model.Now), new EntryWhat.Wrong(why)));

    /// <summary>
    /// The place of what is said or done: the room, or the person. It is opened if need be; -1 where that is not to be: we are leaving the
    /// room or are not in it, or there are too many conversations.
    /// </summary>
    public static (ChatModel Model, int Index) Open(ChatModel model, string name, ConversationKind kind)
    {
        if (model.IndexOf(name) is >= 0 and var index)
            return (model, index);
        if (name.Length == 0 || model.Conversations.Count >= ClientLimits.Conversations)
            return (model, -1);
        if (kind == ConversationKind.Room && (model.Leaving.Contains(model.Fold(name)) || !IsOurs(model, name)))
            return (model, -1);
        var opened = new Conversation(name, kind) { Older = AtTheEdge(model), Inside = kind == ConversationKind.Person };
        return (model with { Conversations = model.Conversations.Add(opened) }, model.Conversations.Count);
    }

    private static bool IsOurs(ChatModel model, string room) => model.Client.Room(room) is { Phase: not RoomPhase.Closed };

    /// <summary>What is to be found beyond what we have forgotten.</summary>
    public static Reach AtTheEdge(ChatModel model) => model.Client.TellsHistory ? Reach.More : Reach.Untold;

    public static Conversation Place(ChatModel model, Conversation into, Stamp at, EntryWhat what) =>
        IsThere(into, at) ? into : PlaceNew(model, into, at, what);

    public static bool IsThere(Conversation known, Stamp at) => at.MessageId is { } id && known.Entries.IndexOfMessage(id) >= 0;

    public static Conversation PlaceNew(ChatModel model, Conversation into, Stamp at, EntryWhat what) =>
        at.History ? Insert(model, into, at, what) : Append(model, into.Settled ? into : into with { Settled = true }, at, what);

    /// <summary>
    /// What happens now is the newest, whatever its time says: the server's order counts. Beyond a hole nothing can stand; it is only
    /// counted, and loaded when somebody goes there.
    /// </summary>
    public static Conversation Append(ChatModel model, Conversation into, Stamp at, EntryWhat what)
    {
        if (into.Newer != Reach.End)
            return into;
        if (WouldLoseThePlace(model, into))
            return into with { Newer = Reach.More };
        var added = into with
        {
            Entries = into.Entries.Add(new Entry(into.NextNumber, at, what)),
            NextNumber = into.NextNumber + Spacing,
        };
        return Forget(model, added);
    }

    /// <summary>Somebody reads far from the end, and the next entry would push what they read out of what is kept.</summary>
    private static bool WouldLoseThePlace(ChatModel model, Conversation into) =>
        into.ReadingAt is { } number && model.Client.TellsHistory && into.Entries.Count >= Most(model, into)
        && into.Entries.IndexOfNumber(number) < into.Entries.Count / 2;

    private static int Most(ChatModel model, Conversation conversation) =>
        model.IsLookingAt(conversation) || !model.Client.TellsHistory ? ClientLimits.Entries : ClientLimits.EntriesElsewhere;

    /// <summary>Drops the oldest beyond the bound.</summary>
    public static Conversation Forget(ChatModel model, Conversation conversation)
    {
        var kept = conversation.Entries.Newest(Most(model, conversation));
        return kept.Count == conversation.Entries.Count ? conversation : conversation with { Entries = kept, Older = AtTheEdge(model) };
    }

    /// <summary>
    /// What is played belongs where it happened: behind the last message that is not later than it. Other entries, such as somebody's coming,
    /// carry our clock's time on some servers, or were told late; they are passed by if they are later too, or if a later message is before them.
    /// </summary>
    private static Conversation Insert(ChatModel model, Conversation into, Stamp at, EntryWhat what)
    {
        var index = into.Entries.Count;
        for (var i = index - 1; i >= 0; i--)
        {
            var entry = into.Entries[i];
            if (entry.At.IsAfter(at))
                index = i;
            else if (entry.What is EntryWhat.Said)
                break;
        }
        return index == into.Entries.Count ? Append(model, into, at, what)
            : index == 0 ? Forget(model, Prepend(into, at, what))
            : Between(model, into, index, at, what);
    }

    private static Conversation Prepend(Conversation into, Stamp at, EntryWhat what) => into with
    {
        Entries = into.Entries.Insert(0, new Entry(into.LowestNumber - Spacing, at, what)),
        LowestNumber = into.LowestNumber - Spacing,
    };

    /// <summary>Some six hundred in one place use its numbers up; what comes then stands at the end rather than nowhere.</summary>
    private static Conversation Between(ChatModel model, Conversation into, int index, Stamp at, EntryWhat what)
    {
        var (before, after) = (into.Entries[index - 1].Number, into.Entries[index].Number);
        // What is played comes in order, so most of the room is left behind it.
        var number = before + Math.Max(1, (after - before) / 64);
        return number >= after
            ? Append(model, into, at, what)
            : Forget(model, into with { Entries = into.Entries.Insert(index, new Entry(number, at, what)) });
    }
}
