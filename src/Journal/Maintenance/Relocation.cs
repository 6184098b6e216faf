using ChatRoom.Domain.Data;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Moves a journal to another place, another engine's too: all of it, compared, or nothing of it. The old one is left whole, and marked, so that nobody serves it any more.</summary>
public static class Relocation
{
    /// <summary>What is there now and the hash of its world; what is wrong says why nothing was moved.</summary>
    public static (VerifyReport Found, string World) Run(JournalPlace from, JournalPlace to, CopyProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        using var source = from.Source();
        using var target = to.Target();
        var copy = new JournalCopy(source.Journal, target, progress);
        try
        {
            if (copy.TryRun(Option<string>.None, cancel))
            {
                target.Keep(copy.World);
                source.Leave(to.Name);
            }
            return (copy.Report, JournalCopy.Hash(copy.World));
        }
        catch (Exception failed) when ((source.Journal.Explain(failed) ?? target.Explain(failed)) is { } explained)
        {
            throw explained;
        }
    }
}
