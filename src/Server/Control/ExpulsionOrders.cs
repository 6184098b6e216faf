using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Control;

/// <summary>What the shell wants of those who have to go and stay out, and says to all, as a command and the sentence that says that it is done.</summary>
internal static class ExpulsionOrders
{
    public static Command? Kill(ControlRequest.Kill wish, World world, out ControlAnswer answer)
    {
        var isHere = Nick.Parse(wish.Nick).TryGet(out var nick, out _) && world.Person(nick).IsSome;
        answer = isHere ? new ControlAnswer(true, $"{nick} had to go, and may come back; 'ban' keeps somebody out") : new ControlAnswer(false, $"nobody called '{wish.Nick}' is here");
        return isHere && OneLine(wish.Reason, ref answer) ? new Command.Kill(nick!, wish.Reason) : null;
    }

    public static Command? Ban(ControlRequest.Ban wish, World world, out ControlAnswer answer)
    {
        var target = BanWords.Parse(wish.Target, world, out var wrong);
        answer = new ControlAnswer(false, wrong);
        if (target is null || !OneLine(wish.Reason, ref answer))
            return null;
        answer = wish.Seconds is >= 0 and <= Limits.BanSeconds
            ? new ControlAnswer(true, $"{BanWords.Of(target)} is banned")
            : new ControlAnswer(false, $"a ban holds for 1 to {Limits.BanSeconds} seconds, or with 0 for good");
        return answer.IsDone ? new Command.Ban(target, wish.Seconds == 0 ? Option<int>.None : wish.Seconds, wish.Reason) : null;
    }

    public static Command? Unban(ControlRequest.Unban wish, World world, out ControlAnswer answer)
    {
        var target = BanWords.Parse(wish.Target, world, out var wrong);
        answer = target is null ? new ControlAnswer(false, wrong) : new ControlAnswer(true, $"{BanWords.Of(target)} is banned no longer");
        return target is null ? null : new Command.Unban(target);
    }

    public static Command? Announce(ControlRequest.Announce wish, out ControlAnswer answer)
    {
        answer = wish.What.Length > 0 ? new ControlAnswer(true, "all who want to hear it were told") : new ControlAnswer(false, "there is nothing to say");
        return answer.IsDone && OneLine(wish.What, ref answer) ? new Command.Announce(wish.What) : null;
    }

    public static Command? Alarm(ControlRequest.Alarm wish, out ControlAnswer answer)
    {
        answer = new ControlAnswer(true, wish.IsOn ? "only who has an account comes in; who is there stays" : "everybody may come in");
        return OneLine(wish.Reason, ref answer) ? new Command.SetAlarm(wish.IsOn, wish.Reason) : null;
    }

    /// <summary>A line each.</summary>
    public static string List(World world) => world.Bans.Count == 0 ? "nobody is banned" : string.Join('\n', world.Bans.All.Select(BanWords.Listed));

    /// <summary>Once it is done it is known whom it hit.</summary>
    public static ControlAnswer Done(ControlAnswer answer, ValueList<Event> events) =>
        events.OfType<Event.BanSet>().FirstOrDefault() is { } set ? new ControlAnswer(true, BanWords.Done(set)) : answer;

    private static bool OneLine(string reason, ref ControlAnswer answer)
    {
        if (!reason.Any(char.IsControl))
            return true;
        answer = new ControlAnswer(false, "words are one line");
        return false;
    }
}
