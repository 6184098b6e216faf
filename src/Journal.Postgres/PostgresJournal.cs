using System.Security.Cryptography;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Postgres.Tools;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The journal in a PostgreSQL database, for any number of servers. A turn is one transaction, serialised by a lock that belongs to it; the bell is a
/// NOTIFY. docs/decisions/0022 says why.
/// </summary>
public sealed class PostgresJournal : IJournal
{
    private readonly PostgresDoor _door;
    private readonly string _name;
    private readonly EventColumns _columns = new();
    private readonly PostgresBell _bell;
    private readonly PostgresSigns _signs;

    private readonly PostgresReaders _readers;
    private readonly PostgresTurns _turns;

    /// <summary>The server that this opening is for, once the journal has said its number.</summary>
    private ServerId? _server;

    private PostgresJournal(PostgresDoor door, string name, string? warning)
    {
        (_door, _name, Warning) = (door, name, warning);
        _readers = new PostgresReaders(door);
        (Words, Snapshots) = (new PostgresWords(door), new PostgresSnapshots(door));
        _turns = new PostgresTurns(Enter, Thread.Sleep, Writer);
        Fleet = new PostgresFleet(door, Writer, TimeProvider.System, () => _turns.Last);
        _signs = new PostgresSigns(door);
        _bell = new PostgresBell(door, Writer, Fleet, () => _turns.Connection.Process, _signs, Ring);
    }

    public event Action? Appended;

    public ISigns Signs => _signs;

    public Epochs Epochs => _turns.Epochs;

    public Sequence Last => _turns.Last;

    /// <summary>What an operator should know of the database; null for nothing.</summary>
    public string? Warning { get; }

    /// <summary>The index of words, which somebody has to start.</summary>
    public PostgresWords Words { get; }

    public PostgresSnapshots Snapshots { get; }

    /// <summary>Who else has it open.</summary>
    public PostgresFleet Fleet { get; }

    /// <summary>Names this opening in every row that it appends: random, so that two never share one.</summary>
    internal long Writer { get; } = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & ((1L << 47) - 1);

    /// <param name="address">Where it is.</param>
    /// <param name="name">What the server calls itself, for operators.</param>
    /// <exception cref="JournalUnusableException">It can't be used; the message says why and what to do.</exception>
    /// <exception cref="JournalLostException">It can't be reached now.</exception>
    public static PostgresJournal Open(PostgresAddress address, string name) => Open(address, name, PostgresSchema.Steps);

    /// <summary>For a tool, which makes no journal where there is none.</summary>
    /// <exception cref="JournalUnusableException">There is none, or it can't be used; the message says why and what to do.</exception>
    /// <exception cref="JournalLostException">It can't be reached now.</exception>
    public static PostgresJournal OpenThere(PostgresAddress address, string name)
    {
        using (PostgresKept.Open(address))
        {
            // It is there.
        }
        return Open(address, name);
    }

    /// <summary>With other steps than this version's, for the tests of migrations; and for those whose machine may stand still for longer than a server's.</summary>
    internal static PostgresJournal Open(PostgresAddress address, string name, IReadOnlyList<string> steps, TurnLimits? limits = null)
    {
        var door = new PostgresDoor(address, limits);
        try
        {
            var preparation = new PostgresPreparation(door, steps);
            preparation.Run();
            return new PostgresJournal(door, name, preparation.Warning);
        }
        catch (Exception failed)
        {
            door.Dispose();
            throw failed is NpgsqlException answer ? PostgresFault.Of(answer).Explained(door.Shown) : failed;
        }
    }

    public void Starts(Sequence last, long revision) => _turns.Starts(last, revision);

    public Given Follow() => _turns.Follow();

    public Given Begin() => _turns.Begin();

    public void Commit(TurnToKeep turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _turns.Commit(turn);
        if (turn.Events.Select(recorded => recorded.Event).OfType<Event.ServerStarted>().FirstOrDefault() is { } started)
            _server = started.Server;
        if (!turn.IsEmpty)
            Words.Wake();
    }

    public void Abandon() => _turns.Abandon();

    public Fate Reopen() => _turns.Reopen();

    public IHistory OpenHistory() => new PostgresHistory(_readers);

    public void Dispose()
    {
        _bell.Dispose();
        _signs.Dispose();
        Words.Dispose();
        _readers.Dispose();
        _turns.Dispose();
        _door.Dispose();
        _columns.Dispose();
    }

    private void Ring()
    {
        Words.Wake();
        Appended?.Invoke();
    }

    private Entrance Enter()
    {
        var connection = _door.OpenForTurns("chatroom/turn");
        try
        {
            string? warning = null;
            void Note(object _, NpgsqlNoticeEventArgs told) => warning = told.Notice.MessageText;
            connection.Notice += Note;
            var epochs = PostgresOpening.Run(connection, _door, Writer, _server, _name, typeof(PostgresJournal).Assembly.GetName().Version?.ToString(3) ?? "");
            connection.Notice -= Note;
            // The barrier is none when the standby did not confirm it.
            return warning is null ? new Entrance(new PostgresWriter(connection, _door, _columns, Writer), epochs) : throw new NpgsqlException(warning);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
