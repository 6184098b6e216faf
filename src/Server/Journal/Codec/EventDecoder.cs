using System.Text;
using System.Text.Json;
using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>Reads what any version up to this one has stored. What a newer one stored is refused, never guessed.</summary>
public static class EventDecoder
{
    public static Event Decode(StoredEvent stored)
    {
        if (stored.Version is < 1 or > EventEncoder.Version)
            throw Newer($"format version {stored.Version}");
        var header = EventHeader.Read(stored.Header);
        return (EventKind)stored.Kind switch
        {
            EventKind.ServerStarted => new Event.ServerStarted(header.Server),
            EventKind.Connected => new Event.Connected(header.ConnectionId, header.Who, header.RealName),
            EventKind.Attached => new Event.Attached(header.ConnectionId, header.Person),
            EventKind.Detached => new Event.Detached(header.ConnectionId, header.Person),
            EventKind.Departed => new Event.Departed(header.ConnectionId, header.Who, header.Reason),
            EventKind.Joined => new Event.Joined(header.Who, header.Room, header.Name, header.Role),
            EventKind.Left => new Event.Left(header.Who, header.Room, header.Name, header.Reason),
            EventKind.Said => new Event.Said(header.Who, header.In, header.Kind, header.Id, BodyOf(stored)),
            EventKind.Renamed => new Event.Renamed(header.Who, header.New),
            EventKind.AwaySet => new Event.AwaySet(header.Who, header.Away),
            EventKind.TopicSet => new Event.TopicSet(header.Who, header.Room, header.Name, header.Topic),
            _ => throw Newer($"kind {stored.Kind}"),
        };
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

    private static ValueList<Domain.Attribute> Attributes(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return [];
        try
        {
            var attributes = new List<Domain.Attribute>();
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Read();
                var name = reader.GetString() ?? "";
                reader.Read();
                attributes.Add(new Domain.Attribute(name, reader.GetString() ?? ""));
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
