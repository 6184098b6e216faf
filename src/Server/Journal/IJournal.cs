using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>
/// Where events are kept, for ever and in order. It works in turns, so that several servers can share one journal:
/// <see cref="Begin"/> yields what others appended, the hub decides on exactly that world, and <see cref="Commit"/>
/// makes all of the turn durable or nothing. One thread at a time uses it: the hub's.
/// </summary>
public interface IJournal : IDisposable
{
    /// <summary>Random, new when the journal is created or restored. With a sequence number it names a message for ever.</summary>
    string Epoch { get; }

    /// <summary>The last event that this server knows of, its own or another's.</summary>
    Sequence Last { get; }

    /// <summary>Begins a turn: what others appended since this server's last turn, in order. Alone it yields nothing and costs nothing.</summary>
    IReadOnlyList<Recorded> Begin();

    /// <summary>
    /// Ends the turn. When it returns, all events are durable. <see cref="JournalRefusedException"/>: none of them is kept, and
    /// the next turn may work. <see cref="JournalLostException"/>: nobody knows; <see cref="Reopen"/> first.
    /// </summary>
    void Commit(IReadOnlyList<Recorded> events);

    /// <summary>Ends a turn in which nothing happened.</summary>
    void Abandon();

    /// <summary>After a loss: opens the journal again and reads its true end into <see cref="Last"/>.</summary>
    void Reopen();

    /// <summary>A view for questions. Any thread may use it while the hub writes; it never sees what is not durable.</summary>
    IHistory OpenHistory();
}
