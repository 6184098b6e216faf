namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Keeps the write-ahead log short. The writer moves it into the file between two turns: never another thread, because
/// SQLite before 3.51.3 can corrupt a log that is written and checkpointed from two connections at once.
/// </summary>
/// <param name="database">The writer's connection.</param>
/// <param name="gate">Where readers wait meanwhile.</param>
/// <param name="found">Bytes that an earlier life left in the log: a server that is killed again and again must not let it grow for ever.</param>
internal sealed class WriteAheadLog(Database database, CheckpointGate gate, long found)
{
    /// <summary>4 MB: some milliseconds of work, and seldom enough that a page which changed often is moved once.</summary>
    public const int Due = 1000;

    /// <summary>16 MB: now it waits for readers. With a turn's own pages the log stays far below 64 MB.</summary>
    public const int Overdue = 4000;

    /// <summary>64 MB: only if moving failed, because the file could not grow for example.</summary>
    public const int Most = 16_000;

    private const int PageBytes = 4096;

    private int _pages = (int)(found / PageBytes);
    private int _next = Due;
    private DatabaseException? _failed;
    private bool _isStale;

    /// <summary>Why nothing more can be kept, if so.</summary>
    public DatabaseException? Trouble => _pages >= Most ? _failed : null;

    public void Grew() => _pages += database.TakePagesWritten();

    /// <summary>
    /// Something was forgotten: the words still stand in the log. It is moved and cut to nothing as soon as no reader holds it, now or
    /// between later turns.
    /// </summary>
    public void Purge()
    {
        _isStale = true;
        TryPurge(patiently: true);
    }

    /// <summary>Costs nothing until the log is long enough, and then the work of at most that many pages.</summary>
    public void Tidy()
    {
        if (_isStale)
            TryPurge(patiently: false);
        if (_pages < _next || !gate.TryClose(patiently: _pages >= Overdue))
            return;
        try
        {
            var (logged, moved) = database.Checkpoint();
            _failed = null;
            // Another program's reader can hold back what it still reads; then the next try is as far away as the first.
            _pages = logged == moved ? 0 : logged;
            _next = _pages + Due;
        }
        catch (DatabaseException failed)
        {
            // Nothing is lost: it is all in the log. The turn that finds the log too long is refused with this reason.
            _failed = failed;
            _next = _pages + Due;
        }
        finally
        {
            gate.Open();
        }
    }

    private void TryPurge(bool patiently)
    {
        if (!gate.TryClose(patiently))
            return;
        try
        {
            // Another program's reader can hold it back; then the next turn tries again.
            _isStale = !database.TryTruncateLog();
            if (!_isStale)
                (_pages, _next) = (0, Due);
        }
        catch (DatabaseException failed)
        {
            _failed = failed;
        }
        finally
        {
            gate.Open();
        }
    }
}
