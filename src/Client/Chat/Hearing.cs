using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>What is said: where it is shown, whether it is new to the person, and whether it calls for them.</summary>
internal static class Hearing
{
    /// <summary>Entries that are surely still on the screen.</summary>
    private const int StillSeen = 10;

    public static ChatModel HearSaid(ChatModel model, ChatEvent.Said e)
    {
        if (!e.Own && model.Ignores(e.Nick))
            return model;
        var said = new EntryWhat.Said(e.Nick, e.Text, e.Manner, e.Own) { ReplyTo = e.ReplyTo, To = model.Narrowed(e.To) };
        var kind = e.Room is null ? ConversationKind.Person : ConversationKind.Room;
        return Receive(model, e.Conversation, kind, e.At, said);
    }

    /// <summary>Notices come from bots and services; one that is for us alone opens no conversation of its own.</summary>
    public static ChatModel HearNoticed(ChatModel model, ChatEvent.Noticed e)
    {
        if (!e.Own && model.Ignores(e.Nick))
            return model;
        var said = new EntryWhat.Said(e.Nick, e.Text, Manner.Message, e.Own) { Notice = true, To = model.Narrowed(e.To) };
        if (e.Room is not null)
            return Receive(model, e.Room, ConversationKind.Room, e.At, said);
        var index = Math.Max(model.IndexOf(e.Conversation), 0);
        return Receive(model, index, e.At, said, isForUs: false);
    }

    private static ChatModel Receive(ChatModel model, string name, ConversationKind kind, Stamp at, EntryWhat.Said said)
    {
        var (opened, index) = Placing.Open(model, name, kind);
        // Who is too many for a conversation of their own is still heard; a room that we are leaving is not.
        var isForUs = kind == ConversationKind.Person;
        return index >= 0 ? Receive(opened, index, at, said, isForUs)
            : isForUs ? Receive(opened, 0, at, said, isForUs)
            : model;
    }

    private static ChatModel Receive(ChatModel model, int index, Stamp at, EntryWhat.Said said, bool isForUs)
    {
        var known = model.Conversations[index];
        if (Placing.IsThere(known, at) || IsRestOfPlayed(model, known, at, said))
            return model;
        var isNews = !said.Own && (!at.History || (known.Settled && IsBehindAll(known, at)) || known.IsMissed(at));
        var mention = IsMention(model, said, isForUs);
        var heard = mention ? said with { Mention = true } : said;
        var placed = Placing.PlaceNew(model, Marks.Calm(said.Own ? Confirm(known, heard) : known, said.Nick), at, heard);
        if (!isNews)
            return Placing.Put(model, index, HasAnswered(model, placed, at, said) ? placed with { UnreadFrom = null } : placed);
        var counted = Placing.Put(model, index, Count(model, known, placed, at, mention));
        return mention ? counted with { Alert = new Alert((model.Alert?.Number ?? 0) + 1, known.Name, said.Nick, said.Text) } : counted;
    }

    /// <summary>
    /// Of a message of several lines only the first has an id, where we did not ask for it as one (draft/multiline). When it is heard and played, or played again, the others are known
    /// by saying the same in the same moment.
    /// </summary>
    private static bool IsRestOfPlayed(ChatModel model, Conversation known, Stamp at, EntryWhat.Said said) => at.MessageId is null && !said.Own && model.IsOfHistory
        && Enumerable.Range(1, Math.Min(Placing.LookBack, known.Entries.Count)).Select(back => known.Entries[known.Entries.Count - back]).Any(one => (one.At.History || at.History) && one.IsSameLine(at, said));

    /// <summary>Somebody who speaks has read what stands above: the line that says "new" has done its work.</summary>
    private static bool HasAnswered(ChatModel model, Conversation placed, Stamp at, EntryWhat.Said said) =>
        said.Own && !at.History && model.IsLookingAt(placed);

    /// <summary>Somebody means us, now or long ago.</summary>
    private static bool IsMention(ChatModel model, EntryWhat.Said said, bool isForUs) =>
        !said.Own && !said.Notice && (isForUs || Has(said.Text, model.Client.Nick) || model.Highlights.Any(word => Has(said.Text, word)));

    /// <summary>Played and later than all that is there: it was said while our connection was away.</summary>
    private static bool IsBehindAll(Conversation known, Stamp at) => known.Entries.Count == 0 || known.Entries[^1].At.Time <= at.Time;

    /// <summary>
    /// Counts what the person does not see: in a conversation that they don't look at, or beyond a hole in the one that they do.
    /// </summary>
    private static Conversation Count(ChatModel model, Conversation before, Conversation placed, Stamp at, bool mention)
    {
        var isShown = placed.NextNumber > before.NextNumber;
        // What was said while the person was away has its line too, where they look already.
        var from = !isShown ? null : at.MessageId is { } id ? placed.Entries[placed.Entries.IndexOfMessage(id)].Number : before.NextNumber as long?;
        if (model.IsLookingAt(placed) && isShown)
            return at.History ? placed with { UnreadFrom = placed.UnreadFrom ?? from } : placed;
        return placed with
        {
            Unread = placed.Unread + 1,
            Mentions = placed.Mentions + (mention ? 1 : 0),
            UnreadFrom = placed.UnreadFrom ?? from,
        };
    }

    /// <summary>A line that was perhaps sent, and is now heard from the server, was sent.</summary>
    private static Conversation Confirm(Conversation known, EntryWhat.Said own)
    {
        for (var i = known.Entries.Count - 1; i >= Math.Max(0, known.Entries.Count - Placing.LookBack); i--)
        {
            var same = known.Entries[i].What is EntryWhat.Said { Fate: DeliveryState.PerhapsSent } mine
                && mine.Text == own.Text && mine.Manner == own.Manner && mine.To == own.To;
            if (same)
                return known with { Entries = known.Entries.RemoveAt(i) };
        }
        return known;
    }

    /// <summary>Whether a text has this nickname, or another name of ours, as a word of its own, in whatever case.</summary>
    private static bool Has(string text, string name)
    {
        var from = 0;
        while (name.Length > 0 && text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var end = at + name.Length;
            if ((at == 0 || !IsInWord(text[at - 1])) && (end == text.Length || !IsInWord(text[end])))
                return true;
            from = at + 1;
        }
        return false;
    }

    /// <summary>`Tuan_` and `Tuan-2` are other nicknames; `Tuan:` and `[Tuan]` are ours.</summary>
    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '|';

    /// <summary>What an event of history is as an entry; null if it is none, or of somebody whom the person ignores.</summary>
    public static (Stamp, EntryWhat)? EntryOf(ChatModel model, Conversation known, ChatEvent happened)
    {
        var (nick, what) = happened switch
        {
            ChatEvent.Said e => (e.Nick, new EntryWhat.Said(e.Nick, e.Text, e.Manner, e.Own) { ReplyTo = e.ReplyTo, To = model.Narrowed(e.To) }),
            ChatEvent.Noticed e => (e.Nick, new EntryWhat.Said(e.Nick, e.Text, Manner.Message, e.Own) { Notice = true, To = model.Narrowed(e.To) }),
            ChatEvent.Joined e => (e.Nick, new EntryWhat.Came(e.Nick)),
            ChatEvent.Left e => (e.Nick, new EntryWhat.Went(e.Nick, e.Reason)),
            ChatEvent.Quit e => (e.Nick, new EntryWhat.Quit(e.Nick, e.Reason)),
            ChatEvent.Renamed e => (e.Nick, new EntryWhat.Renamed(e.Nick, e.NewNick)),
            ChatEvent.TopicSet e => (e.Nick, new EntryWhat.Topic(e.Nick, e.Topic)),
            _ => ((string?)null, (EntryWhat?)null),
        };
        var isNone = what is null || (nick is not null && model.Ignores(nick) && !model.Client.IsOwn(nick));
        if (what is EntryWhat.Said said && IsMention(model, said, known.Kind == ConversationKind.Person))
            what = said with { Mention = true };
        return isNone ? null : (happened.At, what!);
    }

    /// <summary>Servers answer each message for somebody who is away with the same words; once is enough as long as it can still be seen.</summary>
    public static ChatModel HearInfo(ChatModel model, ChatEvent.Info e)
    {
        var isRepeated = e.Where is { Length: > 0 } name && model.Find(name) is { Kind: ConversationKind.Person } known
            && e.Text.StartsWith($"{known.Name} is away: ", StringComparison.OrdinalIgnoreCase)
            && known.Entries.Skip(known.Entries.Count - StillSeen).Any(entry => entry.What is EntryWhat.Info info && info.Text == e.Text);
        return isRepeated ? model : Placing.Tell(model, e.Where ?? "", e.At, new EntryWhat.Info(e.Text));
    }

    /// <summary>An own line that was refused becomes an entry, so that it can be said again or taken back.</summary>
    public static ChatModel HearFailed(ChatModel model, ChatEvent.Failed e)
    {
        var said = new EntryWhat.Said(model.Client.Nick, e.Text, e.Manner, Own: true)
        {
            Fate = DeliveryState.Failed,
            Why = e.Reason,
            Id = e.Id,
            ReplyTo = e.ReplyTo,
            To = Meant(model, e.To),
        };
        var name = model.Client.RoomOf(e.To) ?? e.To;
        var told = Placing.Tell(model, name, e.At, said);
        if (model.Client.Same(name, model.Looking) || model.Find(name) is null)
            return told;
        // The person is elsewhere, and waits for nothing: it is told where they are, and the place is marked.
        var marked = Placing.Change(told, name, known => known with { Failures = known.Failures + 1 });
        return Placing.Tell(marked, model.Looking, e.At with { MessageId = null }, new EntryWhat.Wrong($"not sent to {e.To}: {e.Text}: {e.Reason}"));
    }

    public static ChatModel HearPerhapsSent(ChatModel model, ChatEvent.PerhapsSent e)
    {
        var said = new EntryWhat.Said(model.Client.Nick, e.Text, e.Manner, Own: true)
        {
            Fate = DeliveryState.PerhapsSent,
            Id = e.Id,
            ReplyTo = e.ReplyTo,
            To = Meant(model, e.To),
        };
        return Placing.Tell(model, model.Client.RoomOf(e.To) ?? e.To, e.At, said);
    }

    /// <summary>To whom it is said again: the conversation says it, unless that was closed meanwhile and it stands among the server's own words.</summary>
    private static string? Meant(ChatModel model, string to) => model.Find(model.Client.RoomOf(to) ?? to) is null ? to : model.Narrowed(to);
}
