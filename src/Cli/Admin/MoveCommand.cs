using System.CommandLine;
using ChatRoom.Client.Text;
using ChatRoom.Journal.Postgres;

namespace ChatRoom.Cli.Admin;

/// <summary>`chatroom move`: a journal goes from one engine to the other, or to another folder, schema or database.</summary>
internal static class MoveCommand
{
    public static Command Create(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var from = new Option<string?>("--from")
        {
            Description = "the data folder, or the address of the database, where the journal is; by default the data folder of this machine", HelpName = "PLACE",
        };
        var to = new Option<string>("--to") { Description = "where it has to go: a folder or a schema without a journal", HelpName = "PLACE", Required = true };
        foreach (var place in (Option[])[from, to])
        {
            place.Validators.Add(result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (text.Trim().Length == 0)
                    result.AddError($"{place.Name} is empty; name a folder, or postgres://user@host/database");
                if (text.Contains("://", StringComparison.Ordinal) && PostgresAddress.Parse(text, out var wrong) is null)
                    result.AddError(TerminalText.Sanitize($"{place.Name} '{text}' {wrong}"));
            });
        }
        var command = new Command("move", "Move everything that was kept from a file to PostgreSQL or back, event by event, compared: all of it or nothing. No server may run there.") { from, to };
        command.SetAction((parsed, cancel) => run(new AdminRequest.Move(parsed.GetValue(from), parsed.GetRequiredValue(to)), cancel));
        return command;
    }
}
