using ChatRoom.Journal;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Journals;

/// <summary>Where the servers of a test keep their journal, of the kind that the test runs on: what one leaves there, the next one finds.</summary>
internal abstract class TestStore : IDisposable, IHoldsJournal
{
    private static readonly AsyncLocal<JournalKind> Running = new();

    /// <summary>Of the test that runs here.</summary>
    public static JournalKind Kind
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    /// <summary>How many events each turn had.</summary>
    public List<int> Turns { get; } = [];

    public static TestStore New() => Kind switch
    {
        JournalKind.Memory => new MemoryTestStore(),
        JournalKind.Sqlite => new SqliteTestStore(),
        JournalKind.Postgres => new PostgresTestStore(),
        _ => throw new InvalidOperationException($"{Kind} is missing in New."),
    };

    /// <summary>For several servers at a time. SQLite is for one, so there they have memory.</summary>
    public static TestStore ForSeveral() => Kind == JournalKind.Sqlite ? new MemoryTestStore() : New();

    /// <summary>A server's journal.</summary>
    public TroubledJournal Open(TimeProvider clock) => Trouble(OpenPlain(clock));

    /// <summary>The same around one that a test has opened.</summary>
    public TroubledJournal Trouble(IJournal journal) => new(journal, Lose) { Kept = turn => Turns.Add(turn.Events.Count) };

    public abstract void Dispose();

    protected abstract IJournal OpenPlain(TimeProvider clock);

    /// <summary>A commit whose answer does not come. Yields what its journal says when it is asked again; null to ask itself.</summary>
    protected abstract Fate? Lose(IJournal journal, TurnToKeep turn, bool isKept);
}

internal sealed class MemoryTestStore : TestStore
{
    private readonly TroubledStore _store = new();

    public override void Dispose() => _store.Dispose();

    protected override IJournal OpenPlain(TimeProvider clock) => new MemoryJournal(_store, clock);

    protected override Fate? Lose(IJournal journal, TurnToKeep turn, bool isKept)
    {
        _store.Next = isKept ? JournalFault.LoseAfterKeeping : JournalFault.LoseBeforeKeeping;
        Assert.Throws<JournalLostException>(() => journal.Commit(turn));
        return null;
    }
}

internal sealed class SqliteTestStore : TestStore
{
    private readonly TemporaryFolder _folder = new(isQuick: true);
    private readonly DataFolder _data;

    public SqliteTestStore() => _data = DataFolder.Open(_folder.Path);

    public override void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    protected override IJournal OpenPlain(TimeProvider clock) => SqliteJournal.Open(_data, clock);

    /// <summary>Its own answers are tried with broken files; here only the hub does not hear them.</summary>
    protected override Fate? Lose(IJournal journal, TurnToKeep turn, bool isKept)
    {
        if (!isKept)
        {
            journal.Abandon();
            return new Fate.NotKept();
        }
        journal.Commit(turn);
        return new Fate.Kept();
    }
}
