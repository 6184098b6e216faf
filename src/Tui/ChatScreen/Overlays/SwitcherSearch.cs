using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.ChatScreen.Panes;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>Finds rooms and people by a few of their letters.</summary>
public static class SwitcherSearch
{
    /// <summary>More would not be read.</summary>
    private const int Most = 50;

    public static ValueList<SwitcherChoice> Of(TalkModel model, string filter)
    {
        var open = model.Chat.Conversations
            .Select(one => (Choice: new SwitcherChoice(one.Name, About(one), true), Score: Score(Names.Of(model.Chat, one), filter)))
            .Where(found => found.Score is not null)
            .OrderBy(found => found.Score)
            .ThenBy(found => Recency(model, found.Choice.Name));
        var people = filter.Length == 0 ? [] : model.Current.Members.Values
            .Select(member => (member.Nick, Score: Score(member.Nick, filter)))
            .Where(found => found.Score is not null && model.Chat.Find(found.Nick) is null && !model.Chat.Client.IsOwn(found.Nick))
            .Select(found => (Choice: new SwitcherChoice(found.Nick, "person", false), found.Score))
            .OrderBy(found => found.Score)
            .Take(Most);
        var found = open.Concat(people).Select(one => one.Choice).Take(Most);
        return [.. found, .. Unknown(model, filter)];
    }

    /// <summary>Enter goes back to where one was last; where one is comes last of all.</summary>
    private static int Recency(TalkModel model, string conversation) =>
        model.Chat.Client.Same(conversation, model.Current.Name) ? int.MaxValue
        : model.Visited.IndexOf(model.Networks.Current.IdOf(conversation)) is >= 0 and var index ? index
        : int.MaxValue - (conversation.Length == 0 ? 1 : 2);

    private static string About(Conversation one) => one.Mentions > 0 ? $"{one.Unread} new, names you" : one.Unread > 0 ? $"{one.Unread} new" : "";

    /// <summary>A room that is not open yet can be joined from here.</summary>
    private static IEnumerable<SwitcherChoice> Unknown(TalkModel model, string filter) =>
        model.Chat.Client.Support.IsChannel(filter) && filter.Length > 1 && model.Chat.Find(filter) is null && RoomName.TryParse(filter, out var room, out _)
            ? [new SwitcherChoice(room.Text, "join", false)]
            : [];

    /// <summary>The letters in their order, the nearer together and to the beginning the better; null if they are not there.</summary>
    public static int? Score(string name, string filter)
    {
        var (at, score) = (-1, 0);
        for (var i = 0; i < filter.Length; i++)
        {
            var ahead = name.AsSpan(at + 1).IndexOf(filter.AsSpan(i, 1), StringComparison.OrdinalIgnoreCase);
            if (ahead < 0)
                return null;
            score += ahead;
            at += ahead + 1;
        }
        return score;
    }
}

/// <summary>Somewhere to go.</summary>
/// <param name="Name">A conversation, a person, or a room that is not joined yet.</param>
/// <param name="About">What it is.</param>
public sealed record SwitcherChoice(string Name, string About, bool IsOpen);
