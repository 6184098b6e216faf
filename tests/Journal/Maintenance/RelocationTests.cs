using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Postgres.Tools;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Journal.Tests.Postgres;
using ChatRoom.Testing;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>A journal goes from a file to PostgreSQL and back, and nothing of it is another one's afterwards.</summary>
[NeedsPostgres]
public sealed class RelocationTests : IDisposable
{
    private static int _last;

    private readonly KeptFolder _kept = new([.. Kept.Told(5000), At(5018, Private(Mai, Duy, "\0 a NUL, and a line\t\u202e")), At(5019, new Event.TopicSet(Mai, Lobby, Room("#Lobby"), ""))]);
    private readonly PostgresAddress _address = PostgresAddress.Parse(PostgresCluster.Shared.Address($"moved{Interlocked.Increment(ref _last)}_{Environment.ProcessId}"), out _)!;

    private PostgresPlace Database => new(_address);

    private JournalPlace Again => JournalPlace.InFolder(_kept.Beside("again"));

    public void Dispose() => _kept.Dispose();

    [ContractFact]
    public void There_and_back_it_is_the_same_in_events_facts_ids_and_world()
    {
        KeepFacts();
        var before = Everything(_kept.Place);

        var there = Move(_kept.Place, Database);
        Assert.Equal(before, Everything(Database));
        var back = Move(Database, Again);

        Assert.Equal(before, Everything(Again));
        Assert.Equal(there.World, back.World);
        Assert.Equal(JournalCopy.Hash(Story.Of(_kept.Events)), back.World);
        Assert.Equal(_kept.Events.Count, back.Found.Events);
        using var folder = DataFolder.Open(_kept.Beside("again"));
        using var journal = SqliteJournal.Open(folder);
        var recovered = Recovery.Run(journal, new SnapshotFile(folder.SnapshotFile));
        Assert.Equal(0, recovered.Replayed);
        Assert.Equal(new Sequence(7), recovered.Facts.Retained.Find("private").IfNone(default(Sequence)));
        journal.Append(InRoom(Lobby, "and on it goes"));
    }

    [ContractFact]
    public void A_server_goes_on_where_the_journal_is_now_and_none_where_it_was()
    {
        Move(_kept.Place, Database);
        using (var journal = PostgresJournal.Open(_address, "irc.test"))
        {
            Assert.Equal(Story.Of(_kept.Events), Recovery.Run(journal, journal.Snapshots.TryLoad).World);
            journal.Append(InRoom(Lobby, "one more"));
            while (journal.Words.Follow())
            {
            }
        }
        var where = $"was moved to {_address.Shown}";
        Assert.Contains(where, Assert.Throws<DataFolderException>(() => _kept.Place.Open()).Message, StringComparison.Ordinal);
        using (var folder = DataFolder.Open(_kept.Path))
            Assert.Contains(where, Assert.Throws<DataFolderException>(() => SqliteJournal.Open(folder)).Message, StringComparison.Ordinal);

        Move(Database, _kept.Place);

        Assert.Equal(_kept.Events.Count + 1, Verification.Of(_kept.Place, CancellationToken.None).Events);
        Assert.Contains($"was moved to {_kept.Path}", Assert.Throws<JournalUnusableException>(() => PostgresJournal.Open(_address, "irc.test")).Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public void Where_there_is_a_journal_none_is_moved_to()
    {
        using var other = new KeptFolder();
        using var shared = new KeptDatabase();

        Assert.Contains("has a journal already", Refusal(_kept.Place, other.Place), StringComparison.Ordinal);
        Assert.Contains("already; choose another place", Refusal(_kept.Place, shared.Place), StringComparison.Ordinal);
        Assert.Equal(_kept.Events.Count, Verification.Of(_kept.Place, CancellationToken.None).Events);
    }

    [ContractFact]
    public void While_a_server_is_there_nothing_is_moved()
    {
        using (DataFolder.Open(_kept.Path))
            Assert.Contains("is in use by another server", Refusal(_kept.Place, Database), StringComparison.Ordinal);
        Move(_kept.Place, Database);
        using (PostgresJournal.Open(_address, "one.test"))
            Assert.Contains("is in use by one.test; stop them first", Refusal(Database, Again), StringComparison.Ordinal);
        Move(Database, Again);
    }

    /// <summary>As after a network that was cut: it was not there when somebody looked.</summary>
    [ContractFact]
    public void A_server_that_was_away_meanwhile_finds_that_there_is_no_journal_any_more()
    {
        using var fixture = new PostgresFixture();
        fixture.Journal.Append(InRoom(Lobby, "one"));
        fixture.Run("UPDATE journal SET program = 'moved to /srv/chat'");
        fixture.Cut(fixture.Journal);
        Assert.Throws<JournalLostException>(() => fixture.Journal.Begin());

        Assert.Contains("moved to another place", Assert.Throws<JournalLostException>(() => fixture.Journal.Reopen()).Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public void What_is_damaged_is_named_and_stays_where_it_is()
    {
        _kept.Execute("DELETE FROM events WHERE seq = 4000");

        Assert.Contains("event 4000 is missing", Relocation.Run(_kept.Place, Database, Quiet, CancellationToken.None).Found.Wrong.IfNone(""), StringComparison.Ordinal);
        Assert.Contains("there is none in its schema", Assert.Throws<JournalUnusableException>(() => Database.Open()).Message, StringComparison.Ordinal);
        _kept.Place.Open().Dispose();
    }

    [ContractFact]
    public void What_is_called_off_leaves_nothing()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Relocation.Run(_kept.Place, Database, Quiet, new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => Relocation.Run(_kept.Place, Again, Quiet, new CancellationToken(canceled: true)));

        Assert.Throws<JournalUnusableException>(() => Database.Open());
        Assert.Throws<DataFolderException>(() => Again.Open());
        Move(_kept.Place, Database);
    }

    [ContractTheory]
    [InlineData(12)]
    [InlineData(5000)]
    public void A_copy_that_differs_in_one_letter_is_not_kept(long at)
    {
        using var source = _kept.Place.Open();
        using var target = new Careless(new FileTarget(_kept.Beside("copy"), replace: false), at);
        var copy = new JournalCopy(source, target, Quiet);

        Assert.False(copy.TryRun(Option<string>.None, CancellationToken.None));
        Assert.Equal($"the copy differs: event {at} is not the same", copy.Report.Wrong.IfNone(""));
    }

    [ContractFact]
    public void A_backup_of_a_database_is_a_file_that_is_restored_to_either()
    {
        using var shared = new KeptDatabase();
        var file = _kept.Beside("chat.backup");

        var made = Backup.Write(shared.Place, file, replace: false, Quiet, CancellationToken.None);
        Assert.Equal((17, true), (made.Events, made.Wrong.IsNone));
        Assert.Equal(shared.Epochs.Latest, Verification.Of(JournalPlace.InFile(file), CancellationToken.None).Epoch);
        Assert.Throws<DataFolderException>(() => Backup.Write(shared.Place, file, replace: false, Quiet, CancellationToken.None));
        Assert.True(Restoration.Run(file, _kept.Beside("again"), CancellationToken.None).Wrong.IsNone);
        Assert.True(Restoration.Run(file, Database, Quiet, CancellationToken.None).Wrong.IsNone);

        using var restored = Database.Open();
        Assert.Equal([shared.Epochs.Latest, restored.Epochs.Latest], restored.Epochs.Ranges.Select(range => range.Name));
        Assert.Equal(18, restored.Epochs.Ranges[1].First.Number);
        Assert.Equal(Events(shared.Place), Events(Database));
    }

    private static CopyProgress Quiet => new(TimeProvider.System, _ => { });

    private static (VerifyReport Found, string World) Move(JournalPlace from, JournalPlace to)
    {
        var moved = Relocation.Run(from, to, Quiet, CancellationToken.None);
        Assert.Equal("", moved.Found.Wrong.IfNone(""));
        return moved;
    }

    private static string Refusal(JournalPlace from, JournalPlace to)
    {
        var refused = Assert.ThrowsAny<Exception>(() => Relocation.Run(from, to, Quiet, CancellationToken.None));
        Assert.True(refused is DataFolderException or JournalUnusableException, $"{refused}");
        return refused.Message;
    }

    private void KeepFacts()
    {
        using var folder = DataFolder.Open(_kept.Path);
        using var journal = SqliteJournal.Open(folder);
        Recovery.Run(journal, Option<SnapshotFile>.None);
        journal.Begin();
        journal.Commit(new TurnToKeep([], [FactKinds.Store(new Fact.Retained("rooms", new Sequence(3))), FactKinds.Store(new Fact.Retained("private", new Sequence(7)))], []));
    }

    private static string[] Events(JournalPlace place)
    {
        using var output = new MemoryStream();
        Export.Write(place, ExportQuery.Parse(null, null, null, null).IfFail(_ => throw new FormatException()), output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n');
    }

    /// <summary>What it exports, with its ids, and what it keeps besides.</summary>
    private static string[] Everything(JournalPlace place)
    {
        Assert.Equal("", Verification.Of(place, CancellationToken.None).Wrong.IfNone(""));
        using var journal = place.Open();
        var rest = journal.Rest();
        return
        [
            .. Events(place), $"level {rest.Level}", .. rest.Epochs.Select(epoch => $"{epoch}"), .. rest.Pairs.Select(pair => $"{pair}").Order(StringComparer.Ordinal),
            .. rest.Facts.Select(fact => $"{fact.Kind} {fact.Key} {Convert.ToHexString(fact.Value ?? [])} {fact.Revision}"),
        ];
    }

    /// <summary>Changes a letter on the way.</summary>
    private sealed class Careless(JournalTarget target, long at) : JournalTarget
    {
        public override void Add(StoredRow row) => target.Add(row.Sequence.Number == at ? row with { Body = [.. row.Body!.Select((letter, i) => i == 0 ? (byte)(letter ^ 1) : letter)] } : row);

        public override void Finish(StoredRest rest) => target.Finish(rest);

        public override KeptJournal Read() => target.Read();

        public override void Keep(Domain.Worlds.World world) => target.Keep(world);

        public override Exception? Explain(Exception failed) => target.Explain(failed);

        public override void Dispose() => target.Dispose();
    }
}
