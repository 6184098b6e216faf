using System.Text.Json;
using System.Text;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Codec;

/// <summary>Reads what any version up to this one has stored. What a newer one stored is refused, never guessed.</summary>
public static class EventDecoder
{
    public static Event Decode(StoredEvent stored)
    {
        var kind = EventKinds.Find(stored.Kind) ?? throw Newer($"kind {stored.Kind}");
        if (stored.Version < 1 || stored.Version > kind.Version)
            throw Newer($"version {stored.Version} of {kind.Name}");
        return kind.Read(HeaderReader.Read(stored.Header), BodyOf(stored));
    }

    /// <summary>A whole row; what is wrong with it is said with its place.</summary>
    public static Recorded Decode(Sequence sequence, Timestamp at, ConnectionId? origin, StoredEvent stored)
    {
        try
        {
            return new Recorded(sequence, at, origin, Decode(stored));
        }
        catch (UnreadableEventException unreadable)
        {
            throw new UnreadableEventException($"event {sequence.Number} can't be read: {unreadable.Message}", unreadable) { IsNewer = unreadable.IsNewer };
        }
    }

    private static UnreadableEventException Newer(string what) => new($"{what} is from a newer version of the server") { IsNewer = true };

    private static Body BodyOf(StoredEvent stored) => stored.HasBody || !stored.Attributes.IsEmpty
        ? new Body(stored.HasBody ? Lines(stored.Body) : [], Attributes(stored.Attributes))
        : Body.Forgotten;

    private static ValueList<string> Lines(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        return text.Contains('\n', StringComparison.Ordinal) ? [.. text.Split('\n')] : [text];
    }

    private static ValueList<Domain.Events.Attribute> Attributes(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return [];
        try
        {
            var attributes = new List<Domain.Events.Attribute>();
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Read();
                var name = reader.GetString() ?? "";
                reader.Read();
                attributes.Add(new Domain.Events.Attribute(name, reader.GetString() ?? ""));
                reader.Read();
            }
            return [.. attributes];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new UnreadableEventException($"the attributes are damaged: {broken.Message}", broken);
        }
    }
}

/// <summary>A stored event can't be understood: a newer version wrote it, or it is damaged. The message says which.</summary>
public sealed class UnreadableEventException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Nothing is wrong with it, and a newer version can read it.</summary>
    public bool IsNewer { get; init; }
}
