using System.Collections.Concurrent;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Postgres;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Journals;

/// <summary>
/// A schema in the PostgreSQL that all tests of this process share. A schema is made seldom: who is done with one empties it for the next, which costs a tenth.
/// The clock is the test's and not the database's, because tests say what time it is.
/// </summary>
internal sealed class PostgresTestStore : TestStore
{
    private static readonly ConcurrentBag<string> Free = [];
    private static int _last;

    private readonly string _schema = Free.TryTake(out var free) ? free : $"server{Interlocked.Increment(ref _last)}";

    private PostgresAddress Address => PostgresAddress.Parse(PostgresCluster.Shared.Address(_schema), out _)!;

    public override void Dispose()
    {
        PostgresTables.Empty(_schema);
        Free.Add(_schema);
    }

    protected override IJournal OpenPlain(TimeProvider clock) => new TimedJournal(Open(), clock);

    /// <summary>Its connection is gone in the middle of the turn. What is to be kept all the same, another opening writes in its name.</summary>
    protected override Fate? Lose(IJournal journal, TurnToKeep turn, bool isKept)
    {
        var losing = (PostgresJournal)((TimedJournal)journal).Inner;
        Run($"SELECT pg_terminate_backend(turn_pid) FROM openings WHERE writer = {losing.Writer}");
        Assert.Throws<JournalLostException>(() => losing.Commit(turn));
        if (isKept)
            KeepInTheNameOf(losing, turn);
        return null;
    }

    /// <summary>A machine that runs many tests at a time may stand still for longer than a second, and none of them is about that.</summary>
    private PostgresJournal Open() => PostgresJournal.Open(Address, "irc.test", PostgresSchema.Steps, new TurnLimits(Idle: "20s"));

    private void KeepInTheNameOf(PostgresJournal losing, TurnToKeep turn)
    {
        using var other = Open();
        using (var history = other.OpenHistory())
            other.Starts(history.End, 0);
        other.Begin();
        other.Commit(turn);
        Run($"UPDATE events SET writer = {losing.Writer} WHERE writer = {other.Writer}");
    }

    private void Run(string sql) => PostgresTables.Run(_schema, sql);

    /// <summary>A turn has the time of a test's clock, as far as that does not go back.</summary>
    private sealed class TimedJournal(IJournal inner, TimeProvider clock) : IJournal
    {
        private long _now;

        public event Action? Appended
        {
            add => inner.Appended += value;
            remove => inner.Appended -= value;
        }

        public IJournal Inner => inner;

        public Epochs Epochs => inner.Epochs;

        public Sequence Last => inner.Last;

        public void Starts(Sequence last, long revision)
        {
            using var history = inner.OpenHistory();
            _now = history.Find(last)?.At.Milliseconds ?? 0;
            inner.Starts(last, revision);
        }

        public Given Follow() => Timed(inner.Follow());

        public Given Begin() => Timed(inner.Begin());

        public void Commit(TurnToKeep turn) => inner.Commit(turn);

        public void Abandon() => inner.Abandon();

        public Fate Reopen() => inner.Reopen();

        public IHistory OpenHistory() => inner.OpenHistory();

        public void Dispose() => inner.Dispose();

        private Given Timed(Given given)
        {
            var last = given.Events is [.., var newest] ? newest.At.Milliseconds : 0;
            _now = Math.Max(Math.Max(_now, last), clock.GetUtcNow().ToUnixTimeMilliseconds());
            return given with { Now = new Timestamp(_now) };
        }
    }
}
