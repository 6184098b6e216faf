using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Journal;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Retention;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;
using ChatRoom.Testing;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Server.Tests;

/// <summary>An account is exported and erased: of what it typed, and of what proved it, there is nothing left in any byte of any file, and everything else is whole.</summary>
[OwnJournal("it looks into every byte of a data folder")]
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Secret = "xyzzy";

    private readonly TemporaryFolder _folder = new();
    private DataFolder _data = null!;
    private TestServer _server = null!;
    private IHistory _history = null!;

    public Task InitializeAsync()
    {
        _data = DataFolder.Open(_folder.Path);
        _server = TestServer.StartAmongOthers(clock => SqliteJournal.Open(_data, clock));
        _history = _server.Journal.OpenHistory();
        _server.Registry.Erase = async name => (await Erase(name.Text)).Verdict;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _history.Dispose();
        await _server.DisposeAsync();
        _data.Dispose();
        _folder.Dispose();
    }

    private Task<(Verdict Verdict, int Count)> Erase(string name) => AccountErasure.Run(_history, _server.World, _server.Registry.Hub.Order, Account(name), isForced: false);

    /// <summary>Mai and Duy have accounts, and Mai has typed the secret wherever somebody can.</summary>
    private async Task<(Client Mai, Client Duy)> Given()
    {
        var (mai, duy) = (await _server.Connect("Mai", "message-tags draft/metadata-2", "#tea"), await _server.Connect("Duy", "message-tags", "#tea"));
        await mai.Ask("NS REGISTER tea");
        await duy.Ask("NS REGISTER coffee");
        await mai.Ask(
            $"PRIVMSG #tea :{Secret} room", $"@+note={Secret} PRIVMSG Duy :{Secret} private", $"TOPIC #tea :{Secret} topic", $"AWAY :{Secret} away", $"SETNAME :{Secret} name",
            $"METADATA * SET url :{Secret}.example", "MARKREAD #tea timestamp=2025-12-01T10:00:00.000Z", $"PART #tea :{Secret} reason", "JOIN #tea");
        await duy.Ask("PRIVMSG #tea :kept in the room", "PRIVMSG Mai :kept in private");
        return (mai, duy);
    }

    [Fact]
    public async Task Nothing_of_what_an_account_typed_or_was_proved_by_is_left_in_any_file()
    {
        var (mai, _) = await Given();
        var key = _server.Registry.Hub.Facts.Verifiers.Find(_server.World.Account(Account("Mai")).Map(account => account.Id).IfNone(default(AccountId))).Map(one => one.Forms[0].Stored.High).IfNone(default(UInt128));
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        Assert.True(Holds(Encoding.UTF8.GetBytes(Secret)) && Holds(bytes));

        var (verdict, count) = await Erase("Mai");

        Assert.IsType<Verdict.Done>(verdict);
        Assert.InRange(count, 6, 8);
        Assert.False(Holds(Encoding.UTF8.GetBytes(Secret)));
        Assert.False(Holds(bytes));
        Assert.True(Holds(Encoding.UTF8.GetBytes("kept in the room")) && Holds(Encoding.UTF8.GetBytes("kept in private")));
        Assert.True(_server.World.Account(Account("Mai")).IsNone);
        var facts = _server.Registry.Hub.Facts;
        Assert.Equal((1, 0, 0), (facts.Verifiers.Count, facts.ReadMarkers.Count, facts.LastHere.Count));
        Assert.Contains(await mai.Heard(), line => line.Contains(" 901 ", StringComparison.Ordinal));
        Assert.True(Verification.Of(JournalPlace.InFolder(_folder.Path), CancellationToken.None).Wrong.IsNone);
    }

    /// <summary>What was left over is found by the account's number, and who has its name now is somebody else.</summary>
    [Fact]
    public async Task An_account_that_was_removed_can_be_erased_and_who_took_its_name_is_not()
    {
        var (mai, _) = await Given();
        await _server.Registry.Hub.Order(new Domain.Commands.Command.RemoveAccount(Account("Mai")));
        Assert.IsType<Verdict.Done>((await Erase("Mai")).Verdict);
        Assert.False(Holds(Encoding.UTF8.GetBytes(Secret)));
        await mai.Ask("NS REGISTER again", "PRIVMSG #tea :the second one");

        Assert.Equal(0, (await Erase("Duy")).Verdict is Verdict.Done ? 0 : 1);
        Assert.True(Holds(Encoding.UTF8.GetBytes("the second one")));
        Assert.True(Assert.IsType<Verdict.Refused>((await Erase("Nobody")).Verdict).Why is Refusal.NoSuchAccount);
    }

    [Fact]
    public async Task Its_owner_has_it_erased_when_asked_back_and_nobody_else_can()
    {
        var (mai, duy) = await Given();
        Assert.Contains(await mai.Ask("ACCOUNT DROP"), line => line.StartsWith(":irc.test FAIL ACCOUNT INVALID_PARAMS ", StringComparison.Ordinal));
        Assert.StartsWith(":irc.test FAIL ACCOUNT ACCOUNT_REQUIRED ", Assert.Single(await (await _server.Connect("Anh")).Ask("ACCOUNT ERASE")), StringComparison.Ordinal);
        // Of one connection, for one answer, and named right.
        async Task AsksBack(Client who, string line, string account) => Assert.Contains(await who.Ask(line), heard => heard.StartsWith($":irc.test NOTE ACCOUNT ERASE_CONFIRM {account} :", StringComparison.Ordinal));
        await AsksBack(mai, "ACCOUNT ERASE Mai", "Mai");
        await AsksBack(duy, "ACCOUNT ERASE Mai", "Duy");
        await AsksBack(mai, "NS ERASE Duy", "Mai");
        await AsksBack(duy, "ACCOUNT ERASE Mai", "Duy");

        Assert.Contains(await mai.Ask("ACCOUNT ERASE mai"), line => line.StartsWith(":irc.test NOTE ACCOUNT ERASED Mai :", StringComparison.Ordinal));

        Assert.False(Holds(Encoding.UTF8.GetBytes(Secret)));
        Assert.True(_server.World.Account(Account("Duy")).IsSome);
    }

    /// <summary>What the operator's export says, line by line, in notes that fit.</summary>
    [Fact]
    public async Task Its_owner_is_told_all_of_it_and_nobody_else_is()
    {
        var (mai, duy) = await Given();
        await mai.Ask($"PRIVMSG #tea :{string.Concat(Enumerable.Repeat("ế ", 100))}");
        Assert.StartsWith(":irc.test FAIL ACCOUNT ACCOUNT_REQUIRED ", Assert.Single(await (await _server.Connect("Anh")).Ask("ACCOUNT EXPORT")), StringComparison.Ordinal);

        var told = await mai.Ask("NS EXPORT");

        using var output = new MemoryStream();
        Assert.True(Export.OfAccount(JournalPlace.InFolder(_folder.Path), "Mai", output, CancellationToken.None));
        var lines = told.SkipLast(1).Select(line => line.Split(' ', 6)).ToList();
        Assert.All(lines, line => Assert.Equal([":irc.test", "NOTE", "ACCOUNT", "EXPORT", "Mai"], line[..5]));
        Assert.Contains(lines, line => line[5].StartsWith("+ :", StringComparison.Ordinal));
        Assert.Equal(Encoding.UTF8.GetString(output.ToArray()), string.Concat(lines.Select(line => line[5][3..] + (line[5][0] == '+' ? "" : "\n"))));
        Assert.StartsWith(":irc.test NOTE ACCOUNT EXPORTED Mai :That was all: ", told[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(await duy.Ask("ACCOUNT EXPORT"), line => line.Contains(" NOTE ", StringComparison.Ordinal) && line.Contains('ế', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_account_did_and_what_was_said_to_it_alone_is_exported()
    {
        await Given();
        using var output = new MemoryStream();

        Assert.True(Export.OfAccount(JournalPlace.InFolder(_folder.Path), "mai", output, CancellationToken.None));
        Assert.False(Export.OfAccount(JournalPlace.InFolder(_folder.Path), "nobody", output, CancellationToken.None));

        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.All(["room", "private", "topic", "away", "name"], kind => Assert.Contains($"{Secret} {kind}", text, StringComparison.Ordinal));
        Assert.Contains("kept in private", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kept in the room", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
    }

    private bool Holds(byte[] words) => Directory.GetFiles(_folder.Path).Where(file => Path.GetFileName(file) != "lock").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(words) >= 0;
    });
}
