using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// A passing sign as one line of text, for other servers on the same journal: who and where in numbers, which mean the same to all of them. By the time it is read
/// somebody may be gone; then it means nothing.
/// </summary>
public static class SignText
{
    /// <summary>Whose sign it is, and where: only the newest of these counts.</summary>
    public static string About(Event.Signalled signalled)
    {
        ArgumentNullException.ThrowIfNull(signalled);
        return string.Create(CultureInfo.InvariantCulture, $"{signalled.Who.Id.Number} {Place(signalled.In)}");
    }

    public static string Write(Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var signalled = (Event.Signalled)recorded.Event;
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteNumberValue(recorded.Origin is { } origin ? origin.Server.Number : 0);
            json.WriteNumberValue(recorded.Origin is { } wire ? wire.Number : 0);
            json.WriteNumberValue(signalled.Who.Id.Number);
            json.WriteNumberValue(signalled.In is Conversation.InRoom room ? room.Room.Number : ((Conversation.Between)signalled.In).To.Id.Number);
            json.WriteNumberValue(signalled.In is Conversation.InRoom place ? (int)place.Audience : -1);
            foreach (var attribute in signalled.Attributes)
            {
                json.WriteStringValue(attribute.Name);
                json.WriteStringValue(attribute.Value);
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>None for what is of no use here any more, or comes from a version that says it otherwise.</summary>
    public static Option<Recorded> Read(string text, World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        try
        {
            using var json = JsonDocument.Parse(text);
            var parts = json.RootElement.EnumerateArray().ToArray();
            if (!world.People.Find(new PersonId(parts[2].GetInt64())).TryGet(out var who) || !Place(parts[3].GetInt64(), parts[4].GetInt32(), who, world).TryGet(out var place))
                return Option<Recorded>.None;
            var attributes = new List<Domain.Events.Attribute>();
            for (var i = 5; i + 1 < parts.Length; i += 2)
                attributes.Add(new Domain.Events.Attribute(parts[i].GetString()!, parts[i + 1].GetString()!));
            var origin = new ConnectionId(new ServerId(parts[0].GetInt32()), parts[1].GetInt64());
            return new Recorded(default, world.Now, origin, new Event.Signalled(who.Who, place, [.. attributes]));
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return Option<Recorded>.None;
        }
    }

    private static string Place(Conversation place) => place switch
    {
        Conversation.InRoom room => string.Create(CultureInfo.InvariantCulture, $"#{room.Room.Number} {(int)room.Audience}"),
        Conversation.Between pair => string.Create(CultureInfo.InvariantCulture, $"{pair.To.Id.Number}"),
    };

    private static Option<Conversation> Place(long number, int audience, Person who, World world)
    {
        if (audience < 0)
            return world.People.Find(new PersonId(number)).Map(Conversation (to) => Conversation.Private(who.Who, to.Who));
        return world.Rooms.Find(new RoomId(number)).Filter(room => room.Has(who.Id) || room.Modes.Has(RoomMode.HearsOutside))
            .Map(Conversation (room) => new Conversation.InRoom(room.Id, room.Name, (Audience)audience));
    }
}
