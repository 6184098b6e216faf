using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Journal;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Server.Retention;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;
using ChatRoom.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Server.Tests;

/// <summary>What is older than the settings allow is nowhere any more, in the server and in every byte of every file, and nothing else is.</summary>
[OwnJournal("it looks into every byte of a data folder")]
public sealed class RetentionTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DataFolder _data = null!;
    private TestServer _server = null!;
    private RetentionSweep _sweep = null!;

    public Task InitializeAsync()
    {
        Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    private void Start()
    {
        _data = DataFolder.Open(_folder.Path);
        _server = TestServer.StartAmongOthers(clock => SqliteJournal.Open(_data, clock));
        _sweep = new RetentionSweep(_server.Journal.OpenHistory(), _server.Registry.Hub, _server.Settings, _server.Clock, NullLogger.Instance);
    }

    private async Task Stop()
    {
        _sweep.Dispose();
        await _server.DisposeAsync();
        _data.Dispose();
    }

    private void Keep(RetentionSettings settings) => _server.Settings.Publish(_server.Settings.Current with { Retention = settings });

    /// <summary>Says words that are found nowhere else, of each kind, and leaves.</summary>
    private async Task Talk(string word)
    {
        var (tuan, mai) = (await _server.Connect($"Tuan-{word}", "message-tags", "#tea", "#log"), await _server.Connect($"Mai-{word}", "", "#tea"));
        await tuan.Ask($"PRIVMSG #tea :{word}-room", $"@+note={word}-tag PRIVMSG #tea :{word}-tagged", $"PRIVMSG #log :{word}-log", $"PRIVMSG Mai-{word} :{word}-private", $"TOPIC #tea :{word}-topic");
        await tuan.Ask($"PART #log :{word}-reason");
        await mai.Send("QUIT :bye");
        await mai.Rest();
        await tuan.Send("QUIT :bye");
        await tuan.Rest();
    }

    [Fact]
    public async Task Each_kind_and_room_is_forgotten_after_its_own_time()
    {
        Keep(new RetentionSettings { RoomDays = 4, PrivateDays = 2, ReasonDays = 3, Rooms = [new RoomDays(Room("#log"), 1)] });
        await Talk("first");
        Assert.True(Holds("first-room"));
        foreach (var (days, gone, kept) in ((int, string[], string[])[])
        [
            (0, [], ["room", "tag", "tagged", "log", "private", "reason", "topic"]),
            (1, ["log"], ["room", "tag", "tagged", "private", "reason", "topic"]),
            (1, ["log", "private"], ["room", "tag", "tagged", "reason", "topic"]),
            (1, ["log", "private", "reason"], ["room", "tag", "tagged", "topic"]),
            (1, ["log", "private", "reason", "room", "tag", "tagged"], ["topic"]),
        ])
        {
            _server.Clock.Move(TimeSpan.FromDays(days) + TimeSpan.FromSeconds(1));
            await _sweep.Sweep();
            Assert.All(gone, kind => Assert.False(Holds($"first-{kind}"), $"{kind} after {days} more days"));
            Assert.All(kept, kind => Assert.True(Holds($"first-{kind}"), $"{kind} after {days} more days"));
        }
        // Two messages in #tea, one in #log, one in private, and why one left a room and two the server.
        Assert.Equal(7, _sweep.Forgotten);
        await Talk("second");
        await _sweep.Sweep();
        Assert.All(["room", "log", "private", "reason"], kind => Assert.True(Holds($"second-{kind}")));
        Assert.True(Verification.Of(JournalPlace.InFolder(_folder.Path), CancellationToken.None).Wrong.IsNone);
    }

    /// <summary>0 for one room is for good, and nothing at all is forgotten where nothing is said of it.</summary>
    [Fact]
    public async Task What_is_kept_for_good_stays()
    {
        await Talk("first");
        _server.Clock.Move(TimeSpan.FromDays(2));
        await _sweep.Sweep();
        Assert.Equal(0, _sweep.Forgotten);

        Keep(new RetentionSettings { RoomDays = 1, Rooms = [new RoomDays(Room("#log"), 0)] });
        await _sweep.Sweep();
        Assert.True(Holds("first-log"));
        Assert.False(Holds("first-room"));

        // What was left out before is looked at again when its room has no rule of its own any more.
        Keep(new RetentionSettings { RoomDays = 1 });
        await _sweep.Sweep();
        Assert.False(Holds("first-log"));
    }

    [Fact]
    public async Task It_goes_in_small_steps_and_goes_on_behind_them_after_a_restart()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");
        await tuan.Ask(Enumerable.Range(0, 1200).Select(line => $"PRIVMSG #tea :secret {line}"));
        _server.Clock.Move(TimeSpan.FromDays(2));
        Keep(new RetentionSettings { RoomDays = 1 });

        await _sweep.Sweep();

        Assert.Equal(1200, _sweep.Forgotten);
        Assert.False(Holds("secret"));
        Assert.InRange(Forgettings(), 3, 4);
        await Stop();
        Start();
        Keep(new RetentionSettings { RoomDays = 1 });
        _server.Clock.Move(TimeSpan.FromDays(3));
        var reached = _server.Registry.Hub.Facts.Retained.Find("rooms").IfNone(default(Domain.Names.Sequence));
        Assert.InRange(reached.Number, 1200, 1300);
        await _sweep.Sweep();
        Assert.Equal(0, _sweep.Forgotten);
        Assert.True(Verification.Of(JournalPlace.InFolder(_folder.Path), CancellationToken.None).Wrong.IsNone);
    }

    private int Forgettings()
    {
        using var history = _server.Journal.OpenHistory();
        return history.Read(default, 5000).Count(recorded => recorded.Event is Event.Forgotten);
    }

    private bool Holds(string words) => Directory.GetFiles(_folder.Path).Where(file => Path.GetFileName(file) != "lock").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    });
}
