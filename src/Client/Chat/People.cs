using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>Who is where: people come, leave, are removed and renamed.</summary>
internal static class People
{
    public static ChatModel HearJoined(ChatModel model, ChatEvent.Joined e)
    {
        if (e.At.History)
            return model;
        if (!e.Own)
            return Placing.Change(model, e.Room, known => Arrive(model, known, e));
        var (opened, index) = Placing.Open(model with { Leaving = model.Leaving.Remove(model.Fold(e.Room)) }, e.Room, ConversationKind.Room);
        if (index < 0)
            return opened;
        var isFirst = opened.Looking.Length == 0 && opened.Conversations.Count == 2;
        var looking = isFirst ? opened with { Looking = e.Room } : opened;
        var known = opened.Conversations[index];
        return Placing.Put(looking, index, Arrive(looking, known with { Name = e.Room, Inside = true, TopicTold = false }, e));
    }

    private static Conversation Arrive(ChatModel model, Conversation known, ChatEvent.Joined e)
    {
        var with = Meet(model, known, new Member(e.Nick));
        return model.Ignores(e.Nick) ? with : Placing.Place(model, with, e.At, new EntryWhat.Came(e.Nick));
    }

    private static Conversation Meet(ChatModel model, Conversation known, Member member)
    {
        var key = model.Fold(member.Nick);
        if (known.Members.Count >= ClientLimits.Names && !known.Members.ContainsKey(key))
            return known with { MoreMembers = known.MoreMembers + 1 };
        return known with { Members = known.Members.SetItem(key, member) };
    }

    /// <summary>Where somebody unknown leaves a room of more people than we remember, it was one of those.</summary>
    private static Conversation Miss(ChatModel model, Conversation known, string nick)
    {
        var key = model.Fold(nick);
        var rest = known.Members.ContainsKey(key)
            ? known with { Members = known.Members.Remove(key) }
            : known with { MoreMembers = Math.Max(0, known.MoreMembers - 1) };
        return Marks.Calm(rest, nick);
    }

    public static ChatModel HearLeft(ChatModel model, ChatEvent.Left e) => e.Own
        ? Outside(model, e.Room, e.At, new EntryWhat.Went(e.Nick, e.Reason))
        : Depart(model, e.Room, e.Nick, e.At, new EntryWhat.Went(e.Nick, e.Reason));

    public static ChatModel HearKicked(ChatModel model, ChatEvent.Kicked e)
    {
        var what = new EntryWhat.Kicked(e.Nick, e.By, e.Reason);
        return e.Own ? Outside(model, e.Room, e.At, what) : Depart(model, e.Room, e.Nick, e.At, what);
    }

    private static ChatModel Depart(ChatModel model, string room, string nick, Stamp at, EntryWhat what) => at.History
        ? model
        : Placing.Change(model, room, known =>
        {
            var rest = Miss(model, known, nick);
            return model.Ignores(nick) ? rest : Placing.Place(model, rest, at, what);
        });

    /// <summary>We are no longer in a room. Unless we closed it, it stays, with the words that say why.</summary>
    private static ChatModel Outside(ChatModel model, string room, Stamp at, EntryWhat what) => Placing.Change(
        model with { Leaving = model.Leaving.Remove(model.Fold(room)) },
        room,
        known => Placing.Place(model, known with { Inside = false, Members = known.Members.Clear(), MoreMembers = 0, Typing = [] }, at, what));

    public static ChatModel HearQuit(ChatModel model, ChatEvent.Quit e)
    {
        var key = model.Fold(e.Nick);
        for (var i = 0; i < model.Conversations.Count; i++)
        {
            var known = model.Conversations[i];
            if (!IsWith(model, known, key))
                continue;
            var rest = known.Kind == ConversationKind.Room ? Miss(model, known, e.Nick) : Marks.Calm(known, e.Nick);
            var told = model.Ignores(e.Nick) ? rest : Placing.Place(model, rest, e.At, new EntryWhat.Quit(e.Nick, e.Reason));
            model = Placing.Put(model, i, told);
        }
        return model;
    }

    public static ChatModel HearRenamed(ChatModel model, ChatEvent.Renamed e)
    {
        var (key, isTaken) = (model.Fold(e.Nick), model.IndexOf(e.NewNick) >= 0);
        for (var i = 0; i < model.Conversations.Count; i++)
        {
            var known = model.Conversations[i];
            if (!(e.Own && known.Kind == ConversationKind.Server) && !IsWith(model, known, key))
                continue;
            var renamed = Rename(model, known, e, isTaken);
            var told = model.Ignores(e.Nick) ? renamed : Placing.Place(model, renamed, e.At, new EntryWhat.Renamed(e.Nick, e.NewNick));
            var follows = model.IsLookingAt(known) ? model with { Looking = renamed.Name } : model;
            model = Placing.Put(follows, i, told);
        }
        return model;
    }

    /// <summary>A private conversation goes on under the new nickname, unless there is one with that already.</summary>
    private static Conversation Rename(ChatModel model, Conversation known, ChatEvent.Renamed e, bool isTaken)
    {
        var calm = Marks.Calm(known, e.Nick);
        if (known.Kind == ConversationKind.Person)
            return isTaken && !model.Client.Same(e.Nick, e.NewNick) ? calm : calm with { Name = e.NewNick };
        if (!known.Members.TryGetValue(model.Fold(e.Nick), out var member))
            return calm;
        return calm with
        {
            Members = known.Members.Remove(model.Fold(e.Nick)).SetItem(model.Fold(e.NewNick), member with { Nick = e.NewNick }),
        };
    }

    private static bool IsWith(ChatModel model, Conversation known, string key) => known.Kind switch
    {
        ConversationKind.Room => known.Members.ContainsKey(key),
        ConversationKind.Person => model.Fold(known.Name) == key,
        _ => false,
    };

    public static ChatModel HearMembers(ChatModel model, ChatEvent.Members e) => Placing.Change(model, e.Room, known =>
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Member>(StringComparer.Ordinal);
        foreach (var member in e.People)
        {
            var key = model.Fold(member.Nick);
            found[key] = member with { Away = known.Members.GetValueOrDefault(key)?.Away };
        }
        var topic = known is { Inside: true, TopicTold: false } ? "" : known.Topic;
        return known with { Members = found.ToImmutable(), MoreMembers = e.More, Topic = topic };
    });

    public static ChatModel HearAway(ChatModel model, ChatEvent.AwayChanged e)
    {
        var key = model.Fold(e.Nick);
        for (var i = 0; i < model.Conversations.Count; i++)
        {
            var known = model.Conversations[i];
            // Who is only said to be away keeps the words that they gave before.
            if (known.Members.TryGetValue(key, out var member) && member.Away != e.Words && !(member.IsAway && e.Words is ""))
                model = Placing.Put(model, i, known with { Members = known.Members.SetItem(key, member with { Away = e.Words }) });
        }
        if (!e.Own)
            return model;
        return Placing.Tell(model, model.Looking, e.At, new EntryWhat.Info(e.Words is null ? "you are no longer away" : "you are away now"));
    }

    public static ChatModel Ignore(ChatModel model, ChatWish.Ignore wish) => model with
    {
        Ignored = wish.On ? model.Ignored.SetItem(model.Fold(wish.Nick), wish.Nick) : model.Ignored.Remove(model.Fold(wish.Nick)),
    };
}
