using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Maintenance;

/// <summary>What a journal keeps beside its events, as it is stored: all that a copy needs and can't make again.</summary>
/// <param name="Level">Events up to it may be in the journal.</param>
/// <param name="Epochs">Each from its first event on.</param>
/// <param name="Facts">In the order of their changes.</param>
/// <param name="Pairs">The private conversations of each party.</param>
/// <param name="Base">The world of a trimmed journal.</param>
internal sealed record StoredRest(
    int Level, IReadOnlyList<(Sequence First, string Name)> Epochs, IReadOnlyList<StoredRest.Fact> Facts, IReadOnlyList<(string Party, string Conversation)> Pairs, Option<Base> Base)
{
    /// <param name="Value">Null for one that was taken away.</param>
    public sealed record Fact(int Kind, string Key, byte[]? Value, long Revision);

    /// <summary>What differs, in words; null where nothing does.</summary>
    public string? DifferenceTo(StoredRest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Level != other.Level ? "the level is not the same"
            : !Epochs.SequenceEqual(other.Epochs) ? "the epochs are not the same"
            : !Facts.Select(Comparable).SequenceEqual(other.Facts.Select(Comparable)) ? "the facts are not the same"
            : !Pairs.ToHashSet().SetEquals(other.Pairs) ? "the private conversations are not the same"
            : Base.Map(Comparable) != other.Base.Map(Comparable) ? "the base of the trimmed journal is not the same"
            : null;
    }

    private static (int, string, string?, long) Comparable(Fact fact) => (fact.Kind, fact.Key, fact.Value is null ? null : Convert.ToHexString(fact.Value), fact.Revision);

    private static (long, int, string, string) Comparable(Base made) =>
        (made.At.Number, made.Format, Convert.ToHexString(made.Digest.Span), Convert.ToHexString(made.Bytes.Span));
}
