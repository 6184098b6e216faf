using ChatRoom.Domain.Names;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The turns of one server on PostgreSQL, from one loss of the connection to the next: what was given, what is unknown, and what a failure means. Where
/// connections come from, and what is at their other end, it does not know, so a simulator can be there.
/// </summary>
internal sealed class PostgresTurns : IDisposable
{
    private const int Tries = 8;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly Turn _turn = new();
    private readonly Func<Entrance> _enter;
    private readonly Action<TimeSpan> _wait;
    private readonly long _writer;

    /// <param name="enter">Comes to the journal, first or again.</param>
    /// <param name="wait">Waits for so long.</param>
    /// <param name="writer">Names this opening in every row that it appends.</param>
    public PostgresTurns(Func<Entrance> enter, Action<TimeSpan> wait, long writer)
    {
        (_enter, _wait, _writer) = (enter, wait, writer);
        var entrance = enter();
        (Connection, Epochs) = (entrance.Connection, new Epochs(entrance.Ranges));
    }

    /// <summary>It lives until the journal is lost, and is then made anew.</summary>
    public ITurnConnection Connection { get; private set; }

    public Epochs Epochs { get; }

    public Sequence Last => _turn.Last;

    public void Starts(Sequence last, long revision)
    {
        if (Ask(() => Connection.Find(last)) is { } place)
            _turn.Reached(last, place.At, place.Writer);
        _turn.Revision = revision;
    }

    public Given Follow()
    {
        _turn.RequireOpen();
        return Give(Ask(() => Connection.Follow(_turn.Last, _turn.Revision)));
    }

    public Given Begin()
    {
        _turn.Begin();
        return Give(Ask(() => Connection.Begin(_turn.Last, _turn.Revision)));
    }

    public void Commit(TurnToKeep turn)
    {
        _turn.End();
        try
        {
            if (turn.IsEmpty)
            {
                Connection.RollBack();
                return;
            }
            Require(turn);
            var revision = Connection.Keep(turn, _turn.Revision);
            if (Connection.Warning is { } warning)
                throw Lose(turn, new PostgresFault("", warning, new JournalLostException(warning)));
            _turn.Revision = revision;
            if (turn.Events is [.., var last])
                _turn.Reached(last.Sequence, last.At, _writer);
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
            Connection.RollBack();
        }
        catch (NpgsqlException)
        {
            // The next turn says so.
            _turn.Lose();
        }
    }

    public Fate Reopen()
    {
        Connection.Dispose();
        try
        {
            var entrance = EnterSoon();
            Connection = entrance.Connection;
            var knewMore = entrance.Starts.Any(start => start.Revision < _turn.Revision && Epochs.Ranges.All(range => range.Name != start.Name));
            if (Epochs.TakeIn([.. entrance.Ranges], Last) is { } agreed)
                return new Fate.Forked(agreed);
            var fate = _turn.Reopened(Connection.Find, _writer);
            return knewMore && fate is not Fate.Forked ? new Fate.Forked(Last) : fate;
        }
        catch (NpgsqlException failed)
        {
            throw new JournalLostException($"the journal can't be opened again: {PostgresFault.Of(failed).Reason}", failed);
        }
    }

    public void Dispose()
    {
        try
        {
            Connection.Leave();
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException)
        {
            // Then the others take the row away, when they miss its beat.
        }
        Connection.Dispose();
    }

    /// <summary>Several tries, close together: a new primary may take writes at any moment, and a caller that asks again waits for longer.</summary>
    private Entrance EnterSoon()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return _enter();
            }
            catch (NpgsqlException) when (tries < Tries)
            {
                _wait(BetweenTries);
            }
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
            Connection.RollBack();
            throw;
        }
    }

    private Exception Failed(PostgresFault fault, TurnToKeep turn)
    {
        if (!fault.IsRefusal)
            return Lose(turn, fault);
        try
        {
            Connection.RollBack();
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
