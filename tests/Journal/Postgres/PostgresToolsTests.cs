using ChatRoom.Domain.Events;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Postgres.Tools;
using ChatRoom.Journal.Search;
using ChatRoom.Journal.Tests.Maintenance;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Postgres;

/// <summary>What the tools find in a database besides what they find in a folder.</summary>
[NeedsPostgres]
public sealed class PostgresToolsTests : VerificationContract
{
    private protected override Kept Keep(IReadOnlyList<Recorded> events) => new KeptDatabase(events);

    [ContractTheory]
    [InlineData("UPDATE events SET body = '\\x41ff' WHERE seq = 9", "event 9: its text is no UTF-8", 8)]
    [InlineData("DELETE FROM pairs WHERE party = 'a7'", "event 12: its private conversation is missing in the table of pairs", 17)]
    [InlineData("DELETE FROM words WHERE seq = 10", "event 10: its words are missing in the index of words", 17)]
    [InlineData("UPDATE events SET body = NULL WHERE seq = 10", "event 10: the index of words has it, and there are no words of it", 17)]
    [InlineData("UPDATE marks SET seq = 18 WHERE name = 'words'", "the index of words reaches to event 18, and there is none", 17)]
    public void What_is_wrong_in_a_database_is_named_with_its_place(string damage, string wrong, long sound)
    {
        using var kept = new KeptDatabase();
        Index(kept);
        Assert.True(Verify(kept).Wrong.IsNone);
        kept.Execute(damage);

        AssertWrong(kept, wrong, sound);
    }

    [ContractTheory]
    [InlineData("tea")]
    [InlineData("lin*")]
    [InlineData("\"line 123\"")]
    [InlineData("nothing of it")]
    public void The_same_words_are_found_in_the_same_order_whether_they_are_indexed_or_not(string text)
    {
        using var folder = new KeptFolder(lines: 300);
        using var database = new KeptDatabase(lines: 300);
        var expected = Found(folder, text);

        Assert.Equal(expected, Found(database, text));
        Index(database);
        Assert.Equal(expected, Found(database, text));
    }

    [ContractFact]
    public void Where_there_is_no_journal_none_is_made()
    {
        var place = new PostgresPlace(PostgresAddress.Parse(PostgresCluster.Shared.Address("nowhere"), out _)!);

        Assert.Contains("there is none in its schema nowhere", Assert.Throws<JournalUnusableException>(() => place.Open()).Message, StringComparison.Ordinal);
        Assert.Equal("0", PostgresCluster.Shared.Run("SELECT count(*) FROM pg_namespace WHERE nspname = 'nowhere'"));
    }

    [ContractTheory]
    [InlineData("UPDATE journal SET format = 99", "format 99 is from a newer version of the server")]
    [InlineData("UPDATE journal SET format = 0", "format 0 is from an older version; a server of this one brings it up to date")]
    [InlineData("UPDATE journal SET program = 'tea'", "belongs to another program")]
    public void What_is_not_for_this_version_is_refused(string damage, string because)
    {
        using var kept = new KeptDatabase();
        kept.Execute(damage);

        Assert.Contains(because, Assert.Throws<JournalUnusableException>(() => kept.Place.Open()).Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public void A_database_that_is_not_there_is_named()
    {
        var place = new PostgresPlace(PostgresAddress.Parse("postgres://nobody@%2Fno%2Fsuch%2Ffolder/x", out _)!);

        Assert.Contains("can't be reached", Assert.Throws<JournalLostException>(() => place.Open()).Message, StringComparison.Ordinal);
    }

    private static string[] Found(Kept kept, string text) =>
        [.. WordSearch.Find(kept.Place, SearchWords.Parse(text)!, ExportQuery.Parse(null, null, null, null).IfFail(_ => throw new FormatException()), 50, CancellationToken.None)
            .Select(found => $"{found.At} {found.Id[kept.Epoch.Length..]} {found.Place} {found.Nick} {found.Text}")];

    private static void Index(KeptDatabase kept)
    {
        while (kept.Fixture.Journal.Words.Follow())
        {
        }
    }
}
