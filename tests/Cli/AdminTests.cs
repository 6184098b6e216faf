using System.Text;
using ChatRoom.Cli.Admin;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Search;
using ChatRoom.Server.Control;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Cli.Tests;

/// <summary>What an operator sees of `verify`, `backup` and the others: on the right stream, with the right exit code.</summary>
public sealed partial class AdminTests : IDisposable
{
    private string? _password;
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();
    private readonly string _root = Directory.CreateTempSubdirectory("chatroom-test-").FullName;

    private string Output => Encoding.UTF8.GetString(_output.ToArray());

    private string Data => Path.Combine(_root, "data");

    private string File => Path.Combine(_root, "chat.backup");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_sound_journal_is_one_line()
    {
        Begin(events: 2);

        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Verify(Data)));
        Assert.Equal(
            $"the journal in {Data} is sound: 2 events in 0 rooms, from 2026-01-31T00:00:00.000Z to 2026-01-31T00:00:01.000Z\n",
            Output);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task A_journal_without_events_is_sound()
    {
        Begin(events: 0);

        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Verify(Data)));
        Assert.Contains("is sound: nothing has happened yet", Output);
    }

    [Fact]
    public async Task What_was_backed_up_can_be_restored()
    {
        Begin(events: 3);
        var again = Path.Combine(_root, "again");

        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Backup(File, Data, Force: false)));
        Assert.Contains($"backed up to {File} and verified: 3 events in 0 rooms, from 2026-", Output);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Restore(File, again)));
        Assert.Contains($"restored into {again}: 3 events in 0 rooms, from 2026-", Output);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Verify(again)));
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task What_is_damaged_is_said_on_stderr_with_its_place()
    {
        Begin(events: 3);
        await Run(new AdminRequest.Backup(File, Data, Force: false));
        Cut(File);
        Cut(Path.Combine(Data, "journal.db"));

        await AssertFails(new AdminRequest.Verify(Data), "is damaged");
        await AssertFails(new AdminRequest.Backup(Path.Combine(_root, "another"), Data, Force: false), "is damaged");
        await AssertFails(new AdminRequest.Restore(File, Path.Combine(_root, "again")), "is damaged");
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_nothing_is_made()
    {
        await AssertFails(new AdminRequest.Verify(Data), $"there is no journal at {Path.Combine(Data, "journal.db")}");
        await AssertFails(new AdminRequest.Backup(File, Data, Force: false), "there is no journal at");
        await AssertFails(new AdminRequest.Restore(File, Data), "there is no journal at");
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_the_code_of_an_interruption()
    {
        Begin(events: 3);

        var code = await new AdminActions(_output, _error, _ => _password).Run(new AdminRequest.Backup(File, Data, Force: false), new CancellationToken(canceled: true));
        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Equal([Data], Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public async Task An_export_goes_to_stdout_and_ends_quietly_when_nobody_reads()
    {
        Begin(events: 2);

        Assert.Equal(ExitCode.Ok, await Run(Everything));
        Assert.Equal(2, Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.StartsWith("{\"type\":\"serverStarted\",")));
        using var closed = new BrokenStream(new IOException("Broken pipe", 32));
        Assert.Equal(ExitCode.Ok, await new AdminActions(closed, _error, _ => null).Run(Everything, CancellationToken.None));
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task An_export_that_can_not_be_written_fails()
    {
        Begin(events: 2);
        using var full = new BrokenStream(new IOException("No space left on device"));

        Assert.Equal(ExitCode.Failure, await new AdminActions(full, _error, _ => null).Run(Everything, CancellationToken.None));
        Assert.Contains("No space left on device", _error.ToString());
    }

    [Fact]
    public async Task A_replay_shows_a_moment_for_people_and_for_scripts()
    {
        Begin(events: 2);

        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Replay(Data, "2026-02-01", Json: false)));
        Assert.Matches("^2026-01-31T00:00:01.000Z, after event [a-z0-9]{10}-2: 0 people, 0 rooms\n$", Output);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Replay(Data, "2026-02-01", Json: true)));
        Assert.EndsWith("\"rooms\":[],\"people\":[]}\n", Output);
        await AssertFails(new AdminRequest.Replay(Data, "teatime", Json: false), "--at 'teatime' is no message of this journal");
    }

    private AdminRequest.Export Everything => new(Data, ExportQuery.Parse(null, null, null, null).IfFail(wrong => throw new FormatException(string.Join('\n', wrong))));

    private static void Cut(string path)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(file.Length - 5000);
    }

    [Fact]
    public async Task Words_are_forgotten_without_a_server_and_only_when_that_is_meant()
    {
        var epoch = BeginSaid("secret", "harmless");
        var secret = new ForgetQuery([$"{epoch}-2"], ExportQuery.Parse(null, null, null, null).IfFail(_ => throw new FormatException()));

        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Forget(Data, secret, IsMeant: false)));
        Assert.Equal("the words of 1 event would be forgotten for ever; nothing is done without --yes\n", Output);
        Assert.Contains("secret", await Exported());

        _output.SetLength(0);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Forget(Data, secret, IsMeant: true)));
        Assert.Equal("the words of 1 event are forgotten; backups and exports that were made before still have them\n", Output);
        Assert.DoesNotContain("secret", await Exported());
        Assert.Contains("harmless", await Exported());
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Verify(Data)));
    }

    [Fact]
    public async Task Accounts_are_tended_without_a_server()
    {
        Begin(events: 1);
        _password = "tea";
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Add, "Mai")));
        Assert.Equal("the account Mai is there\n", Output);
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Add, "mai"), "there is an account Mai already");
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Add, "9"), "'9' can't be an account");
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Add, "NickServ"), "it is the server's own");
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Passwd, "Duy"), "there is no account Duy");
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Remove, "Duy"), "there is no account Duy");
        _output.SetLength(0);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.List, "")));
        Assert.Matches("^Mai since 20[0-9T:.-]+Z\n$", Output);
        _output.SetLength(0);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Invite, "")));
        Assert.Matches("^[a-z0-9]{5}(-[a-z0-9]{5}){3}\n$", Output);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Passwd, "Mai")));
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Remove, "Mai")));
        Assert.Contains("\"type\":\"passwordChanged\"", await Exported());
        Assert.DoesNotContain("tea", await Exported());
        _password = "";
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Add, "Mai"), "there is no password");
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Verify(Data)));
    }

    [Fact]
    public async Task An_account_is_exported_and_erased_without_a_server()
    {
        Begin(events: 1);
        _password = "tea";
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Add, "Mai")));
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Export, "mai")));
        Assert.Contains("\"type\":\"accountRegistered\"", Output);
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Export, "Duy"), "there never was an account 'Duy'");
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Erase, "Mai")));
        Assert.Contains("nothing is done without --yes", Output);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Erase, "Mai") { IsMeant = true }));
        Assert.Contains("the account Mai is erased, and the words of 0 events with it", Output);
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Erase, "Duy") { IsMeant = true }, "there is no account Duy");
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Verify(Data)));
    }

    [Fact]
    public async Task Operators_are_made_without_a_server()
    {
        Begin(events: 1);
        _password = "tea";
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Add, "Mai") { IsOperator = true }));
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Add, "Duy")));
        _output.SetLength(0);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Grant, "duy", "kill,ban")));
        Assert.Equal("the account duy has these rights of an operator: kill, ban\n", Output);
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Grant, "Duy", "tea"), "'tea' are no rights of operators: there are kill, ban");
        await AssertFails(new AdminRequest.Account(Data, AccountDeed.Revoke, "Mai"), "Mai is the last who can make operators");
        _output.SetLength(0);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.List, "")));
        Assert.Matches("^Duy since [^,]+, operator: kill, ban\nMai since [^,]+, operator: all\n$", Output);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Account(Data, AccountDeed.Revoke, "Mai") { IsForced = true }));
    }

    [Fact]
    public async Task A_reload_without_a_server_fails()
    {
        Begin(events: 1);

        await AssertFails(new AdminRequest.Reload(Data), "no server runs with ");
    }

    [Fact]
    public async Task A_search_finds_words_and_names_their_messages()
    {
        var epoch = Begin([.. new[] { "green tea", "black tea", "coffee" }.Select(Said)]);
        AdminRequest.Search Words(string text, int most = 50) => new(Data, SearchWords.Parse(text)!, ExportQuery.Parse(null, null, null, null).IfFail(_ => throw new FormatException()), most);

        Assert.Equal(ExitCode.Ok, await Run(Words("TEA")));
        Assert.Matches($"^1970-[^ ]+Z {epoch}-2 #tea <P1> green tea\n1970-[^ ]+Z {epoch}-3 #tea <P1> black tea\n$", Output);
        _output.SetLength(0);
        System.IO.File.Delete(Path.Combine(Data, "search.db"));
        Assert.Equal(ExitCode.Ok, await Run(Words("tea", most: 1)));
        Assert.Matches("^[^\n]+> black tea\n$", Output);
        await AssertFails(Words("milk"), "nothing was found");
    }

    private async Task<string> Exported()
    {
        _output.SetLength(0);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Export(Data, ExportQuery.Parse(null, null, null, null).IfFail(_ => throw new FormatException()))));
        return Output;
    }

    /// <summary>A journal in which somebody came, and their real name and these words.</summary>
    private string BeginSaid(params string[] words) =>
        Begin([.. words.Select((word, i) => new Event.Connected(new ConnectionId(new ServerId(1), i + 1), Person(i + 1), word))]);

    private string Begin(params Event[] happened)
    {
        using var folder = DataFolder.Open(Data);
        using var journal = SqliteJournal.Open(folder);
        journal.Begin();
        Event[] events = [new Event.ServerStarted(new ServerId(1), 1), .. happened];
        journal.Commit(TurnToKeep.Of([.. events.Select((happened, i) => new Recorded(new Sequence(i + 1), new Timestamp(i + 1), null, happened))]));
        return journal.Epochs.Latest;
    }

    private static Event Said(string text) => new Event.Said(
        Person(1), new Conversation.InRoom(new RoomId(1), RoomName.Parse("#tea").TryGet(out var name, out _) ? name : throw new FormatException(), Audience.Everyone), SayKind.Message,
        LanguageExt.Option<IdempotencyKey>.None, LanguageExt.Option<About>.None, Body.Text(text));

    private static Actor Person(int number) => new(
        new PersonId(number), Nick.Parse($"P{number}").TryGet(out var nick, out _) ? nick : throw new FormatException(), "user", "guest",
        LanguageExt.Option<AccountRef>.None, IsBot: false);

    private void Begin(int events)
    {
        using var folder = DataFolder.Open(Data);
        using var journal = SqliteJournal.Open(folder);
        journal.Begin();
        var first = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        journal.Commit(TurnToKeep.Of([.. Enumerable.Range(0, events).Select(i => new Recorded(
            new Sequence(i + 1), new Timestamp(first + (i * 1000)), null, new Event.ServerStarted(new ServerId(1), 1)))]));
    }

    private async Task AssertFails(AdminRequest wish, string because)
    {
        _error.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Failure, await Run(wish));
        Assert.StartsWith("chatroom: ", _error.ToString());
        Assert.Contains(because, _error.ToString());
        Assert.Single(_error.ToString().TrimEnd().Split('\n'));
    }

    private Task<int> Run(AdminRequest wish) => new AdminActions(_output, _error, _ => _password).Run(wish, CancellationToken.None);

    private sealed class BrokenStream(IOException fault) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw fault;

        public override void Write(ReadOnlySpan<byte> buffer) => throw fault;
    }
}
