using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>
/// Where events are kept, for ever and in order, and beside them the facts. Several servers can share one. It works in turns:
/// <see cref="Begin"/> yields what others appended, the hub decides on exactly that world, and <see cref="Commit"/> makes all of
/// the turn durable or nothing. One thread at a time uses it: the hub's.
/// </summary>
public interface IJournal : IDisposable
{
    /// <summary>
    /// Of all that this server knows. A journal that begins another one within that has forked, even where all that this server knows is still
    /// there: it would give new messages the ids of lost ones. One that begins behind it is taken in when the journal is opened again.
    /// </summary>
    Epochs Epochs { get; }

    /// <summary>The last event that this server was given, by itself or others. Never merely the journal's end: that world it does not know yet.</summary>
    Sequence Last { get; }

    /// <summary>A bell: others appended something. From any thread; it may ring too often.</summary>
    event Action? Appended;

    /// <summary>How passing signs reach the other servers on it; null where there can be none.</summary>
    ISigns? Signs => null;

    /// <summary>After recovery: this server knows all events up to there, and all changes of facts up to that revision.</summary>
    void Starts(Sequence last, long revision);

    /// <summary>What is new, without the turn and without holding up anybody. A page at a time.</summary>
    /// <exception cref="JournalLostException">It can't be read now; nothing is unknown.</exception>
    Given Follow();

    /// <summary>
    /// Begins a turn, when it is ours: what others appended and the journal's clock. With <see cref="Given.More"/> there is too much:
    /// abandon it and follow first, so that others don't wait for our reading.
    /// </summary>
    /// <exception cref="JournalLostException">There is no turn, and nothing is unknown; <see cref="Reopen"/> first.</exception>
    Given Begin();

    /// <summary>
    /// Ends the turn. When it returns, all of it is durable. <see cref="JournalRefusedException"/>: nothing of it is kept, and
    /// the next turn may work. <see cref="JournalLostException"/>: that is not known; <see cref="Reopen"/> says it.
    /// </summary>
    void Commit(TurnToKeep turn);

    /// <summary>Ends a turn in which nothing is to be kept. Never throws; where there is no turn it does nothing.</summary>
    void Abandon();

    /// <summary>After a loss: opens the journal again, and says what became of the turn. What others appended comes by Follow or Begin.</summary>
    /// <exception cref="JournalLostException">It can't be opened now; try again.</exception>
    Fate Reopen();

    /// <summary>A view for questions. Any thread may use it while the hub writes; it never sees what is not durable.</summary>
    IHistory OpenHistory();
}

/// <summary>The journal can't tell whether the turn is kept: an I/O error at the end of it, or a lost connection.</summary>
public sealed class JournalLostException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The journal is sure that it kept nothing of the turn, because the disk is full for example.</summary>
public sealed class JournalRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The journal lost events or facts that this server, and its people, had been told: a failover to an incomplete copy, or a restored backup. This
/// server's world is not the journal's any more, so it stops.
/// </summary>
public sealed class JournalForkedException(Sequence agreed, Sequence known) : Exception(
    agreed == known
        ? $"the journal lost no event, but changes of passwords, markers or other facts that this server knew behind event {known}"
        : $"the journal lost events that people had been told: this server knew event {known}, and the journal and it agree up to event {agreed}")
{
    public Sequence Agreed { get; } = agreed;

    /// <summary>The last event that this server knew.</summary>
    public Sequence Known { get; } = known;
}
