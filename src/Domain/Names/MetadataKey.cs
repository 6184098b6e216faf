namespace ChatRoom.Domain.Names;

/// <summary>Under which something is said of a person or a room: a-z, 0-9 and _./- (draft/metadata-2).</summary>
public sealed record MetadataKey
{
    /// <summary>In bytes: with it and the longest value, a line still fits.</summary>
    public const int Most = 40;

    private MetadataKey(string text) => Text = text;

    public string Text { get; }

    public static Option<MetadataKey> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= Most && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.' or '/' or '-')
            ? new MetadataKey(text)
            : Option<MetadataKey>.None;
    }

    public override string ToString() => Text;
}
