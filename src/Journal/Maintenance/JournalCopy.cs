using System.Security.Cryptography;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Copies a journal from one engine to another, row by row as they are stored, so that nothing is lost in between: ids, times, words, facts. Then both are
/// read again side by side, and told: only a copy that is the same to the last byte, with the same world at its end, is kept.
/// </summary>
internal sealed class JournalCopy(KeptJournal source, JournalTarget target, CopyProgress progress)
{
    /// <summary>Of what is there now, found sound; what is wrong names its place, and then the target is not to be kept.</summary>
    public VerifyReport Report { get; private set; } = null!;

    public World World { get; private set; } = World.Empty;

    /// <param name="epoch">The name of a new epoch that begins behind the last event, or none.</param>
    /// <param name="cancel">Ends it; then nothing is to be kept either.</param>
    public bool TryRun(Option<string> epoch, CancellationToken cancel)
    {
        var there = new JournalWalk(source, Option<World>.None) { Also = Add };
        var wrong = there.Run(cancel) ?? source.WrongAround(cancel);
        Report = Verification.Report(there, source, wrong);
        if (wrong is not null)
            return false;
        var rest = With(source.Rest(), epoch, source.Last);
        target.Finish(rest);
        using var made = target.Read();
        using var expected = source.Rows(default, source.Last, cancel).GetEnumerator();
        var here = new JournalWalk(made, Option<World>.None) { Also = row => Compare(expected, row) };
        var different = here.Run(cancel) ?? (expected.MoveNext() ? $"event {expected.Current.Sequence} is missing" : null)
            ?? made.WrongAround(cancel) ?? rest.DifferenceTo(made.Rest()) ?? (Hash(there.World) == Hash(here.World) ? null : "the world is not the same");
        World = here.World;
        Report = Verification.Report(here, made, different is null ? null : $"the copy differs: {different}");
        return different is null;
    }

    /// <summary>By which two worlds are compared.</summary>
    public static string Hash(World world) => Convert.ToHexStringLower(SHA256.HashData(WorldFormat.Bytes(world)));

    private string? Add(StoredRow row)
    {
        target.Add(row);
        progress.Reached("copied", row.Sequence, source.Last);
        return null;
    }

    private string? Compare(IEnumerator<StoredRow> expected, StoredRow row)
    {
        progress.Reached("compared", row.Sequence, source.Last);
        return expected.MoveNext() && expected.Current.IsSame(row) ? null : $"event {row.Sequence} is not the same";
    }

    private static StoredRest With(StoredRest rest, Option<string> epoch, Sequence last) => epoch.Match(
        name => rest with { Epochs = [.. rest.Epochs.Where(range => range.First.CompareTo(last) <= 0), (last.Next, name)] },
        () => rest);
}
