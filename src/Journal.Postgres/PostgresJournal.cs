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
    private const int Tries = 8;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly PostgresDoor _door;
    private readonly string _name;
    private readonly EventColumns _columns = new();
    private readonly Turn _turn = new();
    private readonly PostgresBell _bell;

    private readonly PostgresReaders _readers;
    private PostgresWriter _writer;

    /// <summary>The server that this opening is for, once the journal has said its number.</summary>
    private ServerId? _server;

    private PostgresJournal(PostgresDoor door, string name, string? warning)
    {
        (_door, _name, Warning) = (door, name, warning);
        _readers = new PostgresReaders(door);
        (Words, Snapshots) = (new PostgresWords(door), new PostgresSnapshots(door));
        (_writer, var epochs) = Enter();
        Epochs = new Epochs(epochs);
        Fleet = new PostgresFleet(Writer, TimeProvider.System);
        _bell = new PostgresBell(door, Writer, Fleet, () => _writer.Process, Ring);
    }

    public event Action? Appended;

    public Epochs Epochs { get; }

    public Sequence Last => _turn.Last;

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

    /// <summary>With other steps than this version's, for the tests of migrations.</summary>
    internal static PostgresJournal Open(PostgresAddress address, string name, IReadOnlyList<string> steps)
    {
        var door = new PostgresDoor(address);
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

    public void Starts(Sequence last, long revision)
    {
        if (Ask(() => _writer.Find(last)) is { } place)
            _turn.Reached(last, place.At, place.Writer);
        _turn.Revision = revision;
    }

    public Given Follow()
    {
        _turn.RequireOpen();
        return Give(Ask(() => _writer.Follow(_turn.Last, _turn.Revision)));
    }

    public Given Begin()
    {
        _turn.Begin();
        return Give(Ask(() => _writer.Begin(_turn.Last, _turn.Revision)));
    }

    public void Commit(TurnToKeep turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _turn.End();
        try
        {
            if (turn.IsEmpty)
            {
                _writer.RollBack();
                return;
            }
            Require(turn);
            _turn.Revision = _writer.Keep(turn, _turn.Revision);
            if (_writer.Warning is { } warning)
                throw Lose(turn, new PostgresFault("", warning, new JournalLostException(warning)));
            if (turn.Events is [.., var last])
                _turn.Reached(last.Sequence, last.At, Writer);
            if (turn.Events.Select(recorded => recorded.Event).OfType<Event.ServerStarted>().FirstOrDefault() is { } started)
                _server = started.Server;
            Words.Wake();
        }
        catch (NpgsqlException failed)
        {
            throw Failed(PostgresFault.Of(failed), turn);
        }
    }

    public void Abandon()
    {
        if (!_turn.TryEnd())
            return;
        try
        {
            _writer.RollBack();
        }
        catch (NpgsqlException)
        {
            // The next turn says so.
            _turn.Lose();
        }
    }

    public Fate Reopen()
    {
        _writer.Dispose();
        try
        {
            (_writer, var epochs) = EnterSoon();
            if (Epochs.TakeIn(epochs, Last) is { } agreed)
                return new Fate.Forked(agreed);
            return _turn.Reopened(_writer.Find, Writer);
        }
        catch (NpgsqlException failed)
        {
            throw new JournalLostException($"the journal can't be opened again: {PostgresFault.Of(failed).Reason}", failed);
        }
    }

    public IHistory OpenHistory() => new PostgresHistory(_readers);

    public void Dispose()
    {
        _bell.Dispose();
        Words.Dispose();
        _readers.Dispose();
        try
        {
            _writer.Leave();
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException)
        {
            // Then the others take the row away, when they miss its beat.
        }
        _writer.Dispose();
        _door.Dispose();
        _columns.Dispose();
    }

    private void Ring()
    {
        Words.Wake();
        Appended?.Invoke();
    }

    /// <summary>Several tries, close together: a new primary may take writes at any moment, and whoever asks again waits for longer.</summary>
    private (PostgresWriter Writer, List<(Sequence First, string Name)> Epochs) EnterSoon()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return Enter();
            }
            catch (NpgsqlException) when (tries < Tries)
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }

    private (PostgresWriter Writer, List<(Sequence First, string Name)> Epochs) Enter()
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
            return warning is null ? (new PostgresWriter(connection, _door, _columns, Writer), epochs) : throw new NpgsqlException(warning);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private Given Give(News news)
    {
        if (news.Events is [var first, ..] && first.Sequence != _turn.Last.Next)
        {
            _turn.Lose();
            throw new JournalLostException($"event {_turn.Last.Next} is missing in the journal");
        }
        if (news.Events is [.., var last])
            _turn.Reached(last.Sequence, last.At, news.LastWriter);
        _turn.Revision = news.Revision;
        return new Given(news.Events, news.Facts, news.Revision, _turn.Now(news.Now), news.Events.Count == Given.Page || news.Facts.Count == Given.Page);
    }

    /// <summary>Nothing is unknown when reading fails.</summary>
    private T Ask<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (NpgsqlException failed)
        {
            _turn.Lose();
            throw new JournalLostException($"the journal can't be reached: {PostgresFault.Of(failed).Reason}", failed);
        }
    }

    private void Require(TurnToKeep turn)
    {
        try
        {
            _turn.Require(turn.Events);
        }
        catch (ArgumentException)
        {
            _writer.RollBack();
            throw;
        }
    }

    private Exception Failed(PostgresFault fault, TurnToKeep turn)
    {
        if (!fault.IsRefusal)
            return Lose(turn, fault);
        try
        {
            _writer.RollBack();
            return new JournalRefusedException(fault.Reason, fault.Cause);
        }
        catch (NpgsqlException stuck)
        {
            return Lose(turn, PostgresFault.Of(stuck));
        }
    }

    private JournalLostException Lose(TurnToKeep turn, PostgresFault fault)
    {
        _turn.Lose(turn);
        return new JournalLostException($"the journal failed: {fault.Reason}", fault.Cause);
    }
}
