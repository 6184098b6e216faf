using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal;

/// <summary>What a journal tells a server: what others appended and changed since it was told last.</summary>
/// <param name="Events">In order, whole.</param>
/// <param name="Facts">Those that changed, as they are now.</param>
/// <param name="Revision">Up to which change of facts this reaches.</param>
/// <param name="Now">The journal's clock: one moment for a whole turn, never before the last event and never before an earlier one.</param>
/// <param name="More">It was too much for one page: ask again.</param>
public sealed record Given(IReadOnlyList<Recorded> Events, IReadOnlyList<StoredFact> Facts, long Revision, Timestamp Now, bool More)
{
    /// <summary>Events, or facts, in a page: some milliseconds of reading.</summary>
    public const int Page = 2000;

    public bool IsEmpty => Events.Count == 0 && Facts.Count == 0;
}
