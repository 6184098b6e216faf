using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Postgres;

/// <summary>A connection on which turns are taken. Whatever goes wrong with it is a <see cref="Npgsql.NpgsqlException"/>.</summary>
internal interface ITurnConnection : IDisposable
{
    /// <summary>The process at its other end, by which its own bell is told from others'.</summary>
    int Process { get; }

    /// <summary>What PostgreSQL warned of at the last commit: it is there, but a standby may not have it.</summary>
    string? Warning { get; }

    /// <summary>Waits for the turn, and only then reads what is new.</summary>
    News Begin(Sequence last, long revision);

    /// <summary>What is new, without the turn.</summary>
    News Follow(Sequence last, long revision);

    /// <summary>Ends the turn; what it yields is the revision of the facts afterwards.</summary>
    long Keep(TurnToKeep turn, long revision);

    /// <summary>Ends a turn of which nothing is kept; does nothing where there is none.</summary>
    void RollBack();

    /// <summary>This opening is over.</summary>
    void Leave();

    Turn.Place? Find(Sequence sequence);
}

/// <summary>What a server finds that came to the journal: the connection for its turns, and the epochs.</summary>
internal sealed record Entrance(ITurnConnection Connection, IReadOnlyList<EpochStart> Starts)
{
    public IEnumerable<(Sequence First, string Name)> Ranges => Starts.Select(start => (start.First, start.Name));
}

/// <summary>Where an epoch begins.</summary>
/// <param name="Revision">The last change of facts that was there then. Who knows a later one of the time before knows something that was lost.</param>
internal readonly record struct EpochStart(Sequence First, string Name, long Revision);

/// <summary>What was found when a turn began, or without one.</summary>
internal sealed record News(List<Domain.Events.Recorded> Events, long LastWriter, List<Codec.StoredFact> Facts, long Revision, long Now);
