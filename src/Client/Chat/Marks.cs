using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>What is attached to messages and passes: reactions, who is writing, and that something was taken back.</summary>
internal static class Marks
{
    /// <summary>A reaction to a message that is not loaded is not shown anywhere.</summary>
    public static ChatModel HearReacted(ChatModel model, ChatEvent.Reacted e)
    {
        if (!e.Own && model.Ignores(e.Nick))
            return model;
        return Placing.Change(model, e.Room ?? (e.Own ? e.To : e.Nick), known =>
        {
            var index = known.Entries.IndexOfMessage(e.MessageId);
            if (index < 0)
                return known;
            var entry = known.Entries[index];
            var reactions = e.Undone ? Without(entry.Reactions, e) : With(entry.Reactions, e);
            return known with { Entries = known.Entries.SetItem(index, entry with { Reactions = reactions }) };
        });
    }

    /// <summary>The same person and text twice, as after a reconnect, is one.</summary>
    private static ValueList<Reaction> With(ValueList<Reaction> known, ChatEvent.Reacted e)
    {
        if (known.FirstOrDefault(reaction => reaction.Text == e.Text) is not { } same)
            return known.Count >= ClientLimits.Reactions ? known : [.. known, new Reaction(e.Text, [e.Nick])];
        var nicks = same.Nicks.Count >= ClientLimits.Reactions || same.Nicks.Contains(e.Nick) ? same.Nicks : [.. same.Nicks, e.Nick];
        return [.. known.Select(reaction => reaction == same ? same with { Nicks = nicks } : reaction)];
    }

    private static ValueList<Reaction> Without(ValueList<Reaction> known, ChatEvent.Reacted e) =>
    [
        .. known.Select(reaction => reaction.Text == e.Text ? reaction with { Nicks = [.. reaction.Nicks.Where(n => n != e.Nick)] } : reaction)
            .Where(reaction => reaction.Nicks.Count > 0),
    ];

    public static ChatModel HearTyping(ChatModel model, ChatEvent.Typing e)
    {
        if (e.At.History || model.Ignores(e.Nick))
            return model;
        return Placing.Change(model with { SomebodyWrites = true }, e.Room ?? e.Nick, known =>
        {
            var others = known.Typing.RemoveAll(typist => typist.Nick == e.Nick);
            return !e.IsWriting || others.Count >= ClientLimits.Typists
                ? known with { Typing = others }
                : known with { Typing = others.Add(new Typist(e.Nick, model.Now + ClientLimits.Typing)) };
        });
    }

    /// <summary>Who has not written for a while has stopped.</summary>
    public static ChatModel Pass(ChatModel model, DateTimeOffset now)
    {
        model = model with { Now = now };
        if (!model.SomebodyWrites)
            return model;
        for (var i = 0; i < model.Conversations.Count; i++)
        {
            if (model.Conversations[i].Typing is { IsEmpty: false } typing)
                model = Placing.Put(model, i, model.Conversations[i] with { Typing = typing.RemoveAll(typist => !IsBelieved(typist, now)) });
        }
        return model with { SomebodyWrites = model.Conversations.Exists(known => !known.Typing.IsEmpty) };
    }

    /// <summary>A moment further away than we ever wait was written by a clock that has since jumped back.</summary>
    private static bool IsBelieved(Typist typist, DateTimeOffset now) => typist.Until > now && typist.Until <= now + ClientLimits.Typing;

    /// <summary>Somebody who has said something has stopped writing it.</summary>
    public static Conversation Calm(Conversation known, string nick) => known.Typing.IsEmpty
        ? known
        : known with { Typing = known.Typing.RemoveAll(typist => typist.Nick == nick) };

    /// <summary>The text is forgotten here too; that something stood there remains.</summary>
    public static ChatModel HearRedacted(ChatModel model, ChatEvent.Redacted e) =>
        Placing.Change(model, e.Room ?? (e.Own ? e.To : e.By), known =>
        {
            var index = known.Entries.IndexOfMessage(e.MessageId);
            if (index < 0 || known.Entries[index] is not { What: EntryWhat.Said said } entry)
                return known;
            var gone = entry with { What = said with { Text = "", TakenBackBy = e.By, Why = e.Reason.Length == 0 ? null : e.Reason } };
            return known with { Entries = known.Entries.SetItem(index, gone with { Reactions = [] }) };
        });
}
