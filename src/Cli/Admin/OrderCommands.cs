using System.CommandLine;
using ChatRoom.Server;
using ChatRoom.Server.Control;

namespace ChatRoom.Cli.Admin;

/// <summary>What operators of the server do on the wire, from the shell: to people who can't be reached otherwise, and without a nickname of one's own.</summary>
internal static class OrderCommands
{
    private static readonly Option<string> Reason = new("--reason") { Description = "why, which they are told", HelpName = "WORDS", DefaultValueFactory = _ => "" };

    private static readonly Option<string> For = new("--for")
    {
        Description = $"how long: {TimeWords.Rule}; without it until it is lifted", HelpName = "LENGTH", DefaultValueFactory = _ => "",
    };

    public static Command Kill(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var nick = new Argument<string>("NICK") { Description = "who has to go" };
        var command = new Command("kill", "End all connections of somebody; they may come back.") { nick, Reason, AdminCommands.Data, AdminCommands.Journal };
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(
            parsed.GetValue(AdminCommands.Data), new ControlRequest.Kill(parsed.GetRequiredValue(nick), parsed.GetValue(Reason) ?? ""))), cancel));
        return command;
    }

    public static Command Ban(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var target = Target("whom");
        var command = new Command("ban", "Keep somebody out of the server, and end those who are there. The server may run.") { target, For, Reason, AdminCommands.Data, AdminCommands.Journal };
        command.Validators.Add(result =>
        {
            if (result.GetValue(For) is { Length: > 0 } length && TimeWords.Parse(length) is null)
                result.AddError($"--for is how long: {TimeWords.Rule}; ten years are the most");
        });
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(parsed.GetValue(AdminCommands.Data), new ControlRequest.Ban(
            parsed.GetRequiredValue(target), TimeWords.Parse(parsed.GetValue(For) ?? "") ?? 0, parsed.GetValue(Reason) ?? ""))), cancel));
        return command;
    }

    public static Command Unban(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var target = Target("who is banned");
        var command = new Command("unban", "Lift a ban from the server. The server may run.") { target, AdminCommands.Data, AdminCommands.Journal };
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(parsed.GetValue(AdminCommands.Data), new ControlRequest.Unban(parsed.GetRequiredValue(target)))), cancel));
        return command;
    }

    public static Command Bans(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var command = new Command("bans", "List the bans from the server. The server may run.") { AdminCommands.Data, AdminCommands.Journal };
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(parsed.GetValue(AdminCommands.Data), new ControlRequest.Bans())), cancel));
        return command;
    }

    public static Command Announce(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var words = new Argument<string>("WORDS") { Description = "what to say; quote it" };
        var command = new Command("announce", "Say something to all who want to hear operators of the server (WALLOPS).") { words, AdminCommands.Data, AdminCommands.Journal };
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(parsed.GetValue(AdminCommands.Data), new ControlRequest.Announce(parsed.GetRequiredValue(words)))), cancel));
        return command;
    }

    public static Command Alarm(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var state = new Argument<string>("STATE") { Description = "on or off" };
        state.AcceptOnlyFromAmong("on", "off");
        var command = new Command("alarm", "Let only accounts in, or everybody again; who is there stays. The server may run.") { state, Reason, AdminCommands.Data, AdminCommands.Journal };
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(
            parsed.GetValue(AdminCommands.Data), new ControlRequest.Alarm(parsed.GetRequiredValue(state) == "on", parsed.GetValue(Reason) ?? ""))), cancel));
        return command;
    }

    public static Command Room(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var words = Enum.GetValues<RoomDeed>().ToDictionary(deed => deed.ToString().ToLowerInvariant());
        var what = new Argument<string>("WHAT") { Description = $"{string.Join(", ", words.Keys)}: open ends what keeps people out or silent (+i +R +l +m), unkey takes the key away" };
        what.AcceptOnlyFromAmong([.. words.Keys]);
        var room = new Argument<string>("ROOM") { Description = "the room; quote it, since '#' begins a comment in a shell" };
        var detail = new Argument<string[]>("DETAIL")
        {
            Description = $"{RoomOrders.Rule}; kick a nickname and why, topic its words, unban a nickname or mask", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [],
        };
        var command = new Command("room", "Act in a room as its founder may; everybody there is told. The server may run.") { what, room, detail, AdminCommands.Data, AdminCommands.Journal };
        command.Validators.Add(result =>
        {
            var takesNone = result.GetValue(what) is "open" or "unkey";
            var hasDetail = result.GetValue(detail) is { Length: > 0 };
            if (takesNone && hasDetail)
                result.AddError($"'room {result.GetValue(what)}' takes no DETAIL");
            if (!takesNone && !hasDetail && result.GetValue(what) is not (null or "topic"))
                result.AddError($"DETAIL is missing; {RoomOrders.Rule}, kick and unban want whom");
        });
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(parsed.GetValue(AdminCommands.Data), new ControlRequest.Room(
            words[parsed.GetRequiredValue(what)], parsed.GetRequiredValue(room), string.Join(' ', parsed.GetValue(detail) ?? [])))), cancel));
        return command;
    }

    private static Argument<string> Target(string who) => new("TARGET") { Description = $"{who}: {BanWords.Rule}" };
}
