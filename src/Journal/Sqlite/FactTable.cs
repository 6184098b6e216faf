using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Sqlite;

/// <summary>The facts in the journal's file, and the count of their changes. Used inside the turn's transaction.</summary>
internal sealed class FactTable
{
    private readonly Statement _find;
    private readonly Statement _put;
    private readonly Statement _count;
    private readonly Statement _changed;
    private readonly Statement _revision;

    public FactTable(Database database)
    {
        _find = database.Prepare("SELECT value FROM facts WHERE kind = ?1 AND key = ?2");
        _put = database.Prepare("REPLACE INTO facts (kind, key, value, revision) VALUES (?1, ?2, ?3, ?4)");
        _count = database.Prepare("UPDATE journal SET revision = ?1");
        _changed = database.Prepare("SELECT kind, key, value, revision FROM facts WHERE revision > ?1 ORDER BY revision LIMIT ?2");
        _revision = database.Prepare("SELECT revision FROM journal");
    }

    public long Revision()
    {
        try
        {
            return _revision.Step() ? _revision.Number(0) : throw new DatabaseException(SQLitePCL.raw.SQLITE_CORRUPT, "A row is missing.");
        }
        finally
        {
            _revision.Reset();
        }
    }

    /// <summary>Yields the revision afterwards.</summary>
    public long Change(IReadOnlyList<StoredFact> facts, long revision)
    {
        var changed = revision;
        foreach (var fact in facts)
        {
            if (fact.GreatestWins && !Replaces(fact))
                continue;
            _put.Bind(1, fact.Kind);
            _put.Bind(2, fact.Key);
            if (fact.Value is { } value)
                _put.BindBlob(3, value.Span);
            else
                _put.BindNull(3);
            _put.Bind(4, ++changed);
            _put.Run();
        }
        if (changed != revision)
        {
            _count.Bind(1, changed);
            _count.Run();
        }
        return changed;
    }

    /// <summary>What changed after a revision, and up to which one that is.</summary>
    public (List<StoredFact> Facts, long Revision) ChangedAfter(long revision, int most)
    {
        var facts = new List<StoredFact>();
        _changed.Bind(1, revision);
        _changed.Bind(2, most);
        try
        {
            while (_changed.Step())
            {
                facts.Add(new StoredFact((int)_changed.Number(0), _changed.Text(1), _changed.IsNull(2) ? StoredFact.Gone : _changed.Utf8(2).ToArray()));
                revision = _changed.Number(3);
            }
            return (facts, revision);
        }
        finally
        {
            _changed.Reset();
        }
    }

    private bool Replaces(StoredFact fact)
    {
        _find.Bind(1, fact.Kind);
        _find.Bind(2, fact.Key);
        try
        {
            return !_find.Step() || _find.IsNull(0) || fact.Replaces(_find.Utf8(0));
        }
        finally
        {
            _find.Reset();
        }
    }
}
