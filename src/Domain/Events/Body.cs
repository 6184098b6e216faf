using ChatRoom.Domain.Data;

namespace ChatRoom.Domain.Events;

/// <summary>
/// The words of what is said. Redaction and retention forget them while the event stays, so no rule may read them:
/// Decide and Apply only pass them on.
/// </summary>
public sealed record Body(ValueList<string> Lines, ValueList<Attribute> Attributes)
{
    public static readonly Body Forgotten = new([], []);

    public static Body Text(string line) => new([line], []);
}

/// <summary>Something that clients say to each other about a message. The rules pass it on and never read it.</summary>
public sealed record Attribute(string Name, string Value);
