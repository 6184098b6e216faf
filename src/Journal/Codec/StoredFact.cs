namespace ChatRoom.Journal.Codec;

/// <summary>
/// A fact as it is stored: of a kind, under a key of that kind. Without a value it is taken away; a trace of that stays, so that
/// other servers learn of it. <paramref name="GreatestWins"/>: it only grows (a read marker), by the order of its bytes, and a
/// lesser value than the stored one changes nothing.
/// </summary>
public readonly record struct StoredFact(int Kind, string Key, ReadOnlyMemory<byte>? Value, bool GreatestWins = false)
{
    /// <summary>The value of what is taken away. Said in full, because an array that is null would become an empty value.</summary>
    public static ReadOnlyMemory<byte>? Gone => null;

    /// <summary>Whether it takes the place of what is stored.</summary>
    public bool Replaces(ReadOnlySpan<byte> stored) =>
        !GreatestWins || Value is not { } value || value.Span.SequenceCompareTo(stored) > 0;
}
