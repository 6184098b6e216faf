using System.CommandLine;
using System.CommandLine.Parsing;
using ChatRoom.Cli.Config;
using ChatRoom.Client.Text;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Search;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Control;

namespace ChatRoom.Cli.Admin;

/// <summary>The commands for what is kept. All work beside a running server; what is restored is a new folder.</summary>
internal static class AdminCommands
{
    internal static readonly Option<string?> Data = new("--data")
    {
        Description = "the folder that holds everything; by default $CHATROOM_DATA, else the platform's place for data",
        HelpName = "DIR",
    };

    /// <summary>For commands that work on a journal which servers share, too.</summary>
    internal static readonly Option<string?> Journal = SharedJournal();

    private static readonly Option<bool> Force = new("--force") { Description = "replace FILE if it is there; until the new one is whole, the old one stays" };

    private static readonly Option<string?> Room = new("--room")
    {
        Description = "only what names this room; the '#' may be left out. Those who go offline or change their nickname name no room",
        HelpName = "ROOM",
    };

    private static readonly Option<string?> Account = new("--account")
    {
        Description = "only what this account did, and what was said to it in private",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Since = new("--since")
    {
        Description = "not before this moment: 2026-11-20, 2026-11-20T14:00 or 2026-11-20T14:00:00Z; UTC, or with an offset such as +07:00",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Until = new("--until") { Description = "before this moment", HelpName = "TIME" };

    private static readonly Option<string?> ForgetRoom = new("--room") { Description = "what was said in this room; the '#' may be left out", HelpName = "ROOM" };

    private static readonly Option<string?> ForgetAccount = new("--account") { Description = "what this account said", HelpName = "NAME" };

    private static readonly Option<bool> Yes = new("--yes") { Description = "do it; without this it is only said how much it would be" };

    private static readonly Option<string> At = new("--at")
    {
        Description = "the moment, as for 'export --since', or the msgid of what happened last",
        HelpName = "TIME|MSGID",
        Required = true,
    };

    private static readonly Option<int> Most = new("--limit") { Description = "so many of the newest", HelpName = "N", DefaultValueFactory = _ => 50 };

    private static readonly Option<bool> Json = new("--json") { Description = "print one JSON object instead of text" };

    private static readonly Option<bool> Moderation = new("--moderation")
    {
        Description = "only what operators did, of rooms and of the server: kicks, bans and their ends, KILL, SAMODE and the like, and who was made operator",
    };

    public static Command Verify(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var command = new Command("verify", "Check that everything that was kept is whole, and name the place where it is not.") { Data, Journal };
        command.SetAction((parsed, cancel) => run(On(parsed, new AdminRequest.Verify(parsed.GetValue(Data))), cancel));
        return command;
    }

    public static Command Backup(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var file = FileArgument("the file to write; only you can read it");
        var command = new Command("backup", "Copy everything that was kept into one file, and verify the copy; the server may run.") { file, Data, Journal, Force };
        command.SetAction((parsed, cancel) =>
            run(On(parsed, new AdminRequest.Backup(parsed.GetRequiredValue(file), parsed.GetValue(Data), parsed.GetValue(Force))), cancel));
        return command;
    }

    public static Command Restore(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var file = FileArgument("the backup");
        var command = new Command("restore", "Make a new data folder, or a journal that servers share, from a backup, once that is verified.") { file, Data, Journal };
        command.SetAction((parsed, cancel) => run(On(parsed, new AdminRequest.Restore(parsed.GetRequiredValue(file), parsed.GetValue(Data))), cancel));
        return command;
    }

    public static Command Export(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var command = new Command("export", "Print what was kept as lines of JSON: all of it, private conversations too, or what fits the options.")
        {
            Data, Journal, Room, Account, Since, Until, Moderation,
        };
        command.Validators.Add(result => Query(result).IfFail(wrong =>
        {
            foreach (var one in wrong)
                result.AddError(TerminalText.Sanitize(one));
        }));
        command.SetAction((parsed, cancel) => Query(parsed.CommandResult).Match(
            query => run(On(parsed, new AdminRequest.Export(parsed.GetValue(Data), query with { IsModeration = parsed.GetValue(Moderation) })), cancel),
            wrong => throw new InvalidOperationException($"The validator let it pass: {string.Join("; ", wrong)}")));
        return command;
    }

    public static Command Search(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var words = new Argument<string[]>("WORDS") { Description = "words, \"exact phrases\" (in quotes of their own: '\"green tea\"') and begin*; all have to be there, in any order", Arity = ArgumentArity.OneOrMore };
        var command = new Command("search", "Find messages by their words, in all that was kept, private conversations too. The server may run.")
        {
            words, Data, Journal, Room, Account, Since, Until, Most,
        };
        command.Validators.Add(result =>
        {
            if (SearchWords.Parse(Joined(result.GetValue(words))) is null)
                result.AddError($"say what to look for: 1 to {SearchWords.Most} words, and begin* of {SearchWords.ShortestBeginning} letters or more");
            Query(result).IfFail(wrong =>
            {
                foreach (var one in wrong)
                    result.AddError(TerminalText.Sanitize(one));
            });
        });
        command.SetAction((parsed, cancel) => Query(parsed.CommandResult).Match(
            fits => run(On(parsed, new AdminRequest.Search(parsed.GetValue(Data), SearchWords.Parse(Joined(parsed.GetValue(words)))!, fits, parsed.GetValue(Most))), cancel),
            wrong => throw new InvalidOperationException($"The validator let it pass: {string.Join("; ", wrong)}")));
        return command;
    }

    internal static AdminRequest On(ParseResult parsed, AdminRequest wish) => wish with { Journal = parsed.GetValue(Journal) };

    private static Option<string?> SharedJournal()
    {
        var journal = new Option<string?>("--journal")
        {
            Description = $"instead of a folder, the PostgreSQL database that servers share; by default ${ConfigTable.Journal.Variable}, if no --data is given",
            HelpName = "URL",
        };
        journal.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && PostgresAddress.Parse(given, out var wrong) is null)
                result.AddError(TerminalText.Sanitize($"--journal '{given}' {wrong}"));
            if (result.Parent is CommandResult command && command.GetResult(Data) is { Implicit: false })
                result.AddError("--data and --journal exclude each other: one is the folder of a server, the other a database that servers share");
        });
        return journal;
    }

    private static string Joined(string[]? words) => string.Join(' ', words ?? []);

    public static Command Replay(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var command = new Command("replay", "Show the server as it was at a moment: who was there, in which room and as what, and the topics.")
        {
            Data, Journal, At, Json,
        };
        command.SetAction((parsed, cancel) =>
            run(On(parsed, new AdminRequest.Replay(parsed.GetValue(Data), parsed.GetRequiredValue(At), parsed.GetValue(Json))), cancel));
        return command;
    }

    public static Command Forget(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var ids = new Argument<string[]>("MSGID") { Description = "messages, by their ids", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("forget", "Erase words for ever, of messages or of all that fits the options: who spoke and when stays. The server may run.")
        {
            ids, Data, Journal, ForgetRoom, ForgetAccount, Since, Until, Yes,
        };
        command.Validators.Add(result =>
        {
            var hasOptions = new Option[] { ForgetRoom, ForgetAccount, Since, Until }.Any(option => result.GetResult(option) is { Implicit: false });
            if (hasOptions == result.GetValue(ids) is { Length: > 0 })
                result.AddError("say what to forget: ids of messages, or --room, --account, --since and --until, which have to fit all");
            ForgetFits(result).IfFail(wrong =>
            {
                foreach (var one in wrong)
                    result.AddError(TerminalText.Sanitize(one));
            });
        });
        command.SetAction((parsed, cancel) => ForgetFits(parsed.CommandResult).Match(
            fits => run(On(parsed, new AdminRequest.Forget(parsed.GetValue(Data), new ForgetQuery(parsed.GetValue(ids) ?? [], fits), parsed.GetValue(Yes))), cancel),
            wrong => throw new InvalidOperationException($"The validator let it pass: {string.Join("; ", wrong)}")));
        return command;
    }

    public static Command Accounts(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var words = Enum.GetValues<AccountDeed>().ToDictionary(deed => deed.ToString().ToLowerInvariant());
        var what = new Argument<string>("WHAT") { Description = $"{string.Join(", ", words.Keys)}: add and passwd read the password from the first line of the input; grant and revoke give rights of an operator of the server and take them away; waiting lists who asked for an account, approve and refuse answer them; export prints what the account did and what was said to it alone, erase removes it and forgets all that it ever typed" };
        what.AcceptOnlyFromAmong([.. words.Keys]);
        var name = new Argument<string>("NAME") { Description = "the account, which is called by the nickname that belongs to it; for all but invite, list and waiting", DefaultValueFactory = _ => "" };
        var detail = new Argument<string>("DETAIL")
        {
            Description = $"the fingerprint for uncert, the device for end, why for refuse and approve; for grant and revoke rights with commas, of {PowerWords.Known}, or all if none is named", DefaultValueFactory = _ => "",
        };
        var isOperator = new Option<bool>("--operator") { Description = "for add: the account is an operator of the server, with every right" };
        var isForced = new Option<bool>("--force") { Description = "for remove, erase and revoke: also the last account that can make operators" };
        var command = new Command("account", "Add, remove and list accounts, set a password, say who is operator, print a code that invites somebody to register, or decide on who asked for an account. The server may run.")
        {
            what, name, detail, Data, Journal, isOperator, isForced, Yes,
        };
        command.Validators.Add(result =>
        {
            var isOfOne = result.GetValue(what) is not ("invite" or "list" or "waiting");
            var hasDetail = result.GetValue(detail) is { Length: > 0 };
            if (result.GetValue(what) is "uncert" or "end" && !hasDetail)
                result.AddError("DETAIL is missing; give the fingerprint or the device");
            if (hasDetail && result.GetValue(what) is not ("uncert" or "end" or "grant" or "revoke" or "approve" or "refuse"))
                result.AddError($"'account {result.GetValue(what)}' takes no DETAIL");
            if (result.GetValue(what) is "grant" or "revoke" && PowerWords.Parse(result.GetValue(detail) ?? "") is null)
                result.AddError($"the rights of operators are {PowerWords.Known}, or all");
            if (result.GetValue(isOperator) && result.GetValue(what) != "add")
                result.AddError("--operator is for 'account add'; 'account grant' makes an operator of an account that there is");
            if (isOfOne != result.GetValue(name) is { Length: > 0 })
                result.AddError(isOfOne ? "NAME is missing; name the account" : $"'account {result.GetValue(what)}' takes no NAME");
        });
        command.SetAction((parsed, cancel) =>
            run(On(parsed, new AdminRequest.Account(parsed.GetValue(Data), words[parsed.GetRequiredValue(what)], parsed.GetValue(name) ?? "", parsed.GetValue(detail) ?? "")
            {
                IsOperator = parsed.GetValue(isOperator),
                IsForced = parsed.GetValue(isForced),
                IsMeant = parsed.GetValue(Yes),
            }), cancel));
        return command;
    }

    public static Command Reload(Func<AdminRequest, CancellationToken, Task<int>> run)
    {
        var command = new Command("reload", "Have the running server read its settings again, and say what came of it.") { Data };
        command.SetAction((parsed, cancel) => run(new AdminRequest.Reload(parsed.GetValue(Data)), cancel));
        return command;
    }

    private static LanguageExt.Validation<string, ExportQuery> ForgetFits(CommandResult result) =>
        ExportQuery.Parse(result.GetValue(ForgetRoom), result.GetValue(ForgetAccount), result.GetValue(Since), result.GetValue(Until));

    private static LanguageExt.Validation<string, ExportQuery> Query(CommandResult result) =>
        ExportQuery.Parse(result.GetValue(Room), result.GetValue(Account), result.GetValue(Since), result.GetValue(Until));

    private static Argument<string> FileArgument(string description)
    {
        var file = new Argument<string>("FILE") { Description = description };
        file.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("FILE is empty; name a file");
        });
        return file;
    }
}
