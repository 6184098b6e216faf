using System.CommandLine;
using ChatRoom.Server.Control;

namespace ChatRoom.Cli.Admin;

/// <summary>`chatroom servers`: which servers are one chat, and how each of them is.</summary>
internal static class ServersCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "print a JSON array instead of a table" };

    public static Command Create(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var command = new Command("servers", "Show the servers that share a journal, as the running server or the database knows them: since when, which version, how far behind, and who has the turn.")
        {
            AdminCommands.Data, AdminCommands.Journal, Json,
        };
        command.SetAction((parsed, cancel) => run(AdminCommands.On(parsed, new AdminRequest.Order(parsed.GetValue(AdminCommands.Data), new ControlRequest.Servers(parsed.GetValue(Json)))), cancel));
        return command;
    }
}
