using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Tests.Maintenance;

public sealed class ExportFromAFolder : ExportContract
{
    private protected override Kept Keep(IReadOnlyList<Recorded> events) => new KeptFolder(events);
}

[NeedsPostgres]
public sealed class ExportFromPostgres : ExportContract
{
    private protected override Kept Keep(IReadOnlyList<Recorded> events) => new KeptDatabase(events);
}

public sealed class ReplayOfAFolder : ReplayContract
{
    private protected override Kept Keep(IReadOnlyList<Recorded> events) => new KeptFolder(events);
}

[NeedsPostgres]
public sealed class ReplayOfPostgres : ReplayContract
{
    private protected override Kept Keep(IReadOnlyList<Recorded> events) => new KeptDatabase(events);
}

public sealed class ForgettingInAFolder : ForgetQueryContract
{
    private protected override Kept Keep(int lines) => new KeptFolder(lines);
}

[NeedsPostgres]
public sealed class ForgettingInPostgres : ForgetQueryContract
{
    private protected override Kept Keep(int lines) => new KeptDatabase(lines);
}
