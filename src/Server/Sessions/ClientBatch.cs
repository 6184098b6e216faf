using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Sessions;

/// <summary>A message of several lines while it comes in (draft/multiline). Nothing of it happens before its end.</summary>
public sealed class ClientBatch(string name, string target, string? label, Domain.Data.ValueList<Domain.Events.Attribute> attributes, Option<IdempotencyKey> once)
{
    private readonly List<Composition.Piece> _pieces = [];
    private int _bytes;

    public string Name { get; } = name;

    public string Target { get; } = target;

    /// <summary>That of its beginning, under which the whole is answered.</summary>
    public string? Label { get; } = label;

    public Domain.Data.ValueList<Domain.Events.Attribute> Attributes { get; } = attributes;

    public Option<IdempotencyKey> Once { get; } = once;

    /// <summary>That of its first line.</summary>
    public SayKind? Kind { get; private set; }

    public IReadOnlyList<Composition.Piece> Pieces => _pieces;

    /// <summary>The longest piece, which has to fit behind the sender's name.</summary>
    public int LongestBytes { get; private set; }

    /// <summary>Why the line does not belong to it, as code and words of a FAIL; null where it does.</summary>
    public (string Code, string[] About, string Words)? Add(SayKind kind, string target, string text, bool continues)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        _bytes += bytes + (_pieces.Count > 0 && !continues ? 1 : 0);
        if (!target.Equals(Target, StringComparison.OrdinalIgnoreCase))
            return ("MULTILINE_INVALID_TARGET", [Target, target], "All lines of a batch go where its beginning says");
        if (Kind is { } first && first != kind)
            return ("MULTILINE_INVALID", [], "A batch has PRIVMSG or NOTICE, and not both");
        if (continues && (text.Length == 0 || _pieces.Count == 0))
            return ("MULTILINE_INVALID", [], "A line that goes on where another was cut is not empty, and not the first");
        if (_pieces.Count == Limits.BatchLines)
            return ("MULTILINE_MAX_LINES", [$"{Limits.BatchLines}"], $"{Limits.BatchLines} lines are the most");
        if (_bytes > Limits.BatchBytes)
            return ("MULTILINE_MAX_BYTES", [$"{Limits.BatchBytes}"], $"{Limits.BatchBytes} bytes are the most");
        (Kind, LongestBytes) = (kind, Math.Max(LongestBytes, bytes));
        _pieces.Add(new Composition.Piece(text, continues));
        return null;
    }
}
