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
        var here = model.Networks.Looking;
        var open = Listed.Of(model.Networks)
            .Select(one => (One: one, Score: Score(Names.Of(model.Networks, one.Network, one.Conversation), filter)))
            .Where(found => found.Score is not null)
            .OrderBy(found => found.Score)
            .ThenBy(found => Recency(model, found.One))
            .Select(found => new SwitcherChoice(found.One.Network.Name, found.One.Conversation.Name, About(model, found.One), true));
        var people = filter.Length == 0 ? [] : model.Current.Members.Values
            .Select(member => (member.Nick, Score: Score(member.Nick, filter)))
            .Where(found => found.Score is not null && model.Chat.Find(found.Nick) is null && !model.Chat.Client.IsOwn(found.Nick))
            .Select(found => (Choice: new SwitcherChoice(here, found.Nick, "person", false), found.Score))
            .OrderBy(found => found.Score)
            .Select(found => found.Choice)
            .Take(Most);
        var found = open.Concat(people).Take(Most);
        return [.. found, .. Unknown(model, filter)];
    }

    /// <summary>Enter goes back to where one was last; where one is comes last of all.</summary>
    private static int Recency(TalkModel model, Listed one) =>
        one.IsCurrentOf(model) ? int.MaxValue
        : model.Visited.IndexOf(one.Id) is >= 0 and var index ? index
        : int.MaxValue - (one.Conversation.Kind == ConversationKind.Server ? 1 : 2);

    private static string About(TalkModel model, Listed listed)
    {
        var one = listed.Conversation;
        var news = one.Mentions > 0 ? $"{one.Unread} new, names you" : one.Unread > 0 ? $"{one.Unread} new" : "";
        var network = model.Networks.All.Count > 1 && one.Kind != ConversationKind.Server ? Names.Of(model.Networks, listed.Network) : "";
        return news.Length > 0 && network.Length > 0 ? $"{news} · {network}" : news + network;
    }

    /// <summary>A room that is not open yet can be joined from here.</summary>
    private static IEnumerable<SwitcherChoice> Unknown(TalkModel model, string filter) =>
        model.Chat.Client.Support.IsChannel(filter) && filter.Length > 1 && model.Chat.Find(filter) is null && RoomName.TryParse(filter, out var room, out _)
            ? [new SwitcherChoice(model.Networks.Looking, room.Text, "join", false)]
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
/// <param name="Network">Where it is.</param>
/// <param name="Name">A conversation, a person, or a room that is not joined yet.</param>
/// <param name="About">What it is.</param>
public sealed record SwitcherChoice(string Network, string Name, string About, bool IsOpen);
