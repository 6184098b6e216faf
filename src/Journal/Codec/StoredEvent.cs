namespace ChatRoom.Journal.Codec;

/// <summary>
/// An event as its columns. The words of what was said are in columns of their own, so that they can be blanked:
/// <paramref name="hasBody"/> is false when nothing was said or when it was forgotten.
/// </summary>
public readonly ref struct StoredEvent(
    int kind, int version, ReadOnlySpan<byte> header, bool hasBody, ReadOnlySpan<byte> body, ReadOnlySpan<byte> attributes)
{
    public int Kind { get; } = kind;

    public int Version { get; } = version;

    public ReadOnlySpan<byte> Header { get; } = header;

    public bool HasBody { get; } = hasBody;

    /// <summary>Lines joined by LF. No line holds one, so that the split is exact.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>A JSON array of pairs of name and value; empty for none.</summary>
    public ReadOnlySpan<byte> Attributes { get; } = attributes;
}
