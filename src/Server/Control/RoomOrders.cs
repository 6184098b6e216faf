using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Control;

/// <summary>What the shell wants in a room, where it acts as its founder may and everybody there hears it.</summary>
public static class RoomOrders
{
    /// <summary>All that keeps people out or silent but bans and a key.</summary>
    private static readonly RoomMode[] Closed = [RoomMode.InviteOnly, RoomMode.MembersOnly, RoomMode.Limit, RoomMode.Moderated];

    private static readonly Dictionary<string, Rights> Ranks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["founder"] = Rights.Founder, ["operator"] = Rights.Operator, ["halfop"] = Rights.HalfOperator, ["voice"] = Rights.Voice,
    };

    /// <summary>For the help of the command.</summary>
    public static string Rule => $"give and take want one of {string.Join(", ", Ranks.Keys)} and a nickname";

    internal static Command? Order(ControlRequest.Room wish, World world, out ControlAnswer answer)
    {
        if (!RoomName.Parse(wish.Name).TryGet(out var room, out _) || world.Room(room).IsNone)
        {
            answer = new ControlAnswer(false, $"there is no room '{wish.Name}'");
            return null;
        }
        var (act, says) = Act(wish, room);
        answer = new ControlAnswer(act is not null, says);
        var words = $"{wish.Deed.ToString().ToLowerInvariant()} {wish.Detail}".TrimEnd();
        return act is null ? null : new Command.Overrule(room, act, words);
    }

    private static (Command? Act, string Says) Act(ControlRequest.Room wish, RoomName room) => wish.Deed switch
    {
        RoomDeed.Give or RoomDeed.Take => Rank(wish, room),
        RoomDeed.Kick => Kick(wish, room),
        RoomDeed.Topic when wish.Detail.Any(char.IsControl) => (null, "words are one line"),
        RoomDeed.Topic => (new Command.SetTopic(room, wish.Detail), $"{room} has {(wish.Detail.Length > 0 ? "this topic" : "no topic")}"),
        RoomDeed.Unban => Mask.Parse(wish.Detail).TryGet(out var mask, out _)
            ? (new Command.LiftMask(room, MaskList.Ban, mask), $"{mask} is not banned from {room}")
            : (null, "who is to be let in again? A nickname, or the mask as it stands on the list"),
        RoomDeed.Open => (new Command.SetModes(room, [.. Closed.Select(mode => new ModeChange(mode, 0))]), $"{room} is open and everybody may speak there"),
        RoomDeed.Unkey => (new Command.SetKey(room, ""), $"{room} has no key"),
        _ => throw new InvalidOperationException($"{wish.Deed} is missing in Act."),
    };

    private static (Command? Act, string Says) Rank(ControlRequest.Room wish, RoomName room)
    {
        if (wish.Detail.Split(' ', 2) is not [var word, var name] || !Ranks.TryGetValue(word, out var right))
            return (null, Rule);
        if (!Nick.Parse(name).TryGet(out var nick, out _))
            return (null, $"'{name}' is no nickname");
        var isGiven = wish.Deed == RoomDeed.Give;
        return (new Command.ChangeRight(room, nick, right, isGiven), $"{nick} is {(isGiven ? "" : "not ")}{word.ToLowerInvariant()} in {room}");
    }

    private static (Command? Act, string Says) Kick(ControlRequest.Room wish, RoomName room)
    {
        var (name, why) = wish.Detail.Split(' ', 2) is [var first, var rest] ? (first, rest) : (wish.Detail, "");
        if (!Nick.Parse(name).TryGet(out var nick, out _))
            return (null, $"'{name}' is no nickname");
        return why.Any(char.IsControl) ? (null, "words are one line") : (new Command.Kick(room, nick, why), $"{nick} was shown out of {room}");
    }
}
