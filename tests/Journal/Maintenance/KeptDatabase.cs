using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Postgres.Tools;
using ChatRoom.Journal.Tests.Postgres;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>A database on which a server is, and does nothing more.</summary>
internal sealed class KeptDatabase : Kept
{
    public KeptDatabase(int lines = 0)
        : this(Told(lines))
    {
    }

    public KeptDatabase(IReadOnlyList<Recorded> events)
        : base(events)
    {
        if (events.Count == 0)
            return;
        Fixture.Journal.Begin();
        Fixture.Journal.Commit(Events);
    }

    public PostgresFixture Fixture { get; } = new();

    public override Epochs Epochs => Fixture.Journal.Epochs;

    public override JournalPlace Place => new PostgresPlace(Fixture.Address);

    public override void Execute(string sql) => Fixture.Run(sql);

    public override void Save(World world, Epochs? epochs = null) => Fixture.Journal.Snapshots.Save(world, epochs ?? Epochs);

    public override void Dispose() => Fixture.Dispose();
}
