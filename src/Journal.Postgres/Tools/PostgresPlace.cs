using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Journal.Postgres.Tools;

/// <summary>A journal in a PostgreSQL database, for somebody who looks into it from outside.</summary>
public sealed class PostgresPlace(PostgresAddress address) : JournalPlace
{
    public override string Where => $"at {address.Shown}";

    public override string Name => address.Shown;

    public override KeptJournal Open() => PostgresKept.Open(address);

    internal override KeptJournal OpenAtOneMoment() => PostgresKept.OpenAtOneMoment(address);

    internal override JournalSource Source() => new PostgresSource(address);

    internal override JournalTarget Target() => new PostgresTarget(address);
}
