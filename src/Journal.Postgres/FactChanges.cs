using ChatRoom.Journal.Codec;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The changes of facts of a turn as statements. Each change has a revision, counted on from the last one: who has the turn knows it exactly, so
/// there is no counter in the database. The statements yield the revisions that were really given.
/// </summary>
internal static class FactChanges
{
    public const string ChangedAfter = "SELECT kind, key, value, revision FROM facts WHERE revision > $1 ORDER BY revision LIMIT $2";

    private const string Put =
        "INSERT INTO facts (kind, key, value, revision) SELECT * FROM unnest($1::smallint[], $2::text[], $3::bytea[], $4::bigint[]) " +
        "ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, revision = excluded.revision";

    /// <summary>Bytea is compared as its bytes are.</summary>
    private const string Grow = " WHERE facts.value IS NULL OR excluded.value IS NULL OR excluded.value > facts.value";

    private const string Given = " RETURNING revision";

    public static IEnumerable<NpgsqlBatchCommand> Commands(IReadOnlyList<StoredFact> facts, long revision)
    {
        // One statement can't change a row twice, so of several changes of a fact the last one counts.
        var changed = new Dictionary<(int, string), StoredFact>();
        foreach (var fact in facts)
        {
            if (!changed.TryGetValue((fact.Kind, fact.Key), out var before) || before.Value is not { } stored || fact.Replaces(stored.Span))
                changed[(fact.Kind, fact.Key)] = fact;
        }
        foreach (var group in changed.Values.GroupBy(fact => fact.GreatestWins))
        {
            var some = group.ToArray();
            yield return Command(Put + (group.Key ? Grow : "") + Given, some, revision);
            revision += some.Length;
        }
    }

    public static StoredFact Read(NpgsqlDataReader row) =>
        new(row.GetInt16(0), row.GetString(1), row.IsDBNull(2) ? StoredFact.Gone : row.GetFieldValue<byte[]>(2));

    private static NpgsqlBatchCommand Command(string sql, StoredFact[] facts, long revision)
    {
        var command = new NpgsqlBatchCommand(sql);
        Add(command, NpgsqlDbType.Smallint, Array.ConvertAll(facts, fact => (short)fact.Kind));
        Add(command, NpgsqlDbType.Text, Array.ConvertAll(facts, fact => fact.Key));
        Add(command, NpgsqlDbType.Bytea, Array.ConvertAll(facts, fact => fact.Value?.ToArray()));
        Add(command, NpgsqlDbType.Bigint, facts.Select((_, i) => revision + 1 + i).ToArray());
        return command;
    }

    private static void Add(NpgsqlBatchCommand command, NpgsqlDbType type, object values) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values });
}
