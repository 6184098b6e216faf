using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>
/// Turns events into columns, one at a time, in buffers that it uses again: what it yields is good until the next
/// event. Written by hand and not by a serializer, because a server must listen within half a second of its start.
/// </summary>
public sealed class EventEncoder : IDisposable
{
    /// <summary>Raised when a field changes its meaning; a new field with a default needs no new version.</summary>
    public const int Version = 1;

    // Names stay readable in the file. Nothing here is ever put into HTML.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _header = new(512);
    private readonly ArrayBufferWriter<byte> _body = new(512);
    private readonly ArrayBufferWriter<byte> _attributes = new(512);
    private readonly Utf8JsonWriter _headerWriter;
    private readonly Utf8JsonWriter _attributeWriter;

    public EventEncoder()
    {
        _headerWriter = new Utf8JsonWriter(_header, Json);
        _attributeWriter = new Utf8JsonWriter(_attributes, Json);
    }

    public StoredEvent Encode(Event happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        _header.ResetWrittenCount();
        _headerWriter.Reset();
        _headerWriter.WriteStartObject();
        var kind = Header(happened);
        _headerWriter.WriteEndObject();
        _headerWriter.Flush();
        var body = happened is Event.Said said ? said.Body : Body.Forgotten;
        Lines(body.Lines);
        Attributes(body.Attributes);
        return new StoredEvent(
            (int)kind, Version, _header.WrittenSpan, !body.Lines.IsEmpty, _body.WrittenSpan, _attributes.WrittenSpan);
    }

    public void Dispose()
    {
        _headerWriter.Dispose();
        _attributeWriter.Dispose();
    }

    private EventKind Header(Event happened)
    {
        switch (happened)
        {
            case Event.ServerStarted e:
                _headerWriter.WriteNumber(HeaderFields.Server, e.Server.Number);
                return EventKind.ServerStarted;
            case Event.Connected e:
                Write(e.Connection);
                Write(e.Who);
                _headerWriter.WriteString(HeaderFields.RealName, e.RealName);
                return EventKind.Connected;
            case Event.Attached e:
                Write(e.Connection);
                _headerWriter.WriteNumber(HeaderFields.Person, e.Person.Number);
                return EventKind.Attached;
            case Event.Detached e:
                Write(e.Connection);
                _headerWriter.WriteNumber(HeaderFields.Person, e.Person.Number);
                return EventKind.Detached;
            case Event.Departed e:
                Write(e.Connection);
                Write(e.Who);
                _headerWriter.WriteString(HeaderFields.Reason, e.Reason);
                return EventKind.Departed;
            case Event.Renamed e:
                Write(e.Who);
                _headerWriter.WriteString(HeaderFields.New, e.New.Text);
                return EventKind.Renamed;
            case Event.AwaySet e:
                Write(e.Who);
                _headerWriter.WriteString(HeaderFields.Away, e.Text);
                return EventKind.AwaySet;
            default:
                return RoomHeader(happened);
        }
    }

    private EventKind RoomHeader(Event happened)
    {
        switch (happened)
        {
            case Event.Joined e:
                Write(e.Who);
                Write(e.Room, e.Name);
                _headerWriter.WriteNumber(HeaderFields.Role, (int)e.Role);
                return EventKind.Joined;
            case Event.Left e:
                Write(e.Who);
                Write(e.Room, e.Name);
                _headerWriter.WriteString(HeaderFields.Reason, e.Reason);
                return EventKind.Left;
            case Event.TopicSet e:
                Write(e.Who);
                Write(e.Room, e.Name);
                _headerWriter.WriteString(HeaderFields.Topic, e.Text);
                return EventKind.TopicSet;
            case Event.Said e:
                Write(e.Who);
                Write(e.In);
                if (e.Kind != SayKind.Message)
                    _headerWriter.WriteNumber(HeaderFields.Kind, (int)e.Kind);
                if (e.Id.TryGet(out var id))
                    Write(id);
                return EventKind.Said;
            default:
                throw new ArgumentException($"{happened.GetType().Name} has no stored form.", nameof(happened));
        }
    }

    private void Write(ConnectionId connection)
    {
        _headerWriter.WriteNumber(HeaderFields.Server, connection.Server.Number);
        _headerWriter.WriteNumber(HeaderFields.Connection, connection.Number);
    }

    private void Write(Who who)
    {
        _headerWriter.WriteNumber(HeaderFields.Person, who.Id.Number);
        _headerWriter.WriteString(HeaderFields.Nick, who.Nick.Text);
        _headerWriter.WriteString(HeaderFields.User, who.User);
        if (who.Account.TryGet(out var account))
            _headerWriter.WriteString(HeaderFields.Account, account.Text);
    }

    private void Write(RoomId room, RoomName name)
    {
        _headerWriter.WriteNumber(HeaderFields.Room, room.Number);
        _headerWriter.WriteString(HeaderFields.Name, name.Text);
    }

    private void Write(Conversation conversation)
    {
        switch (conversation)
        {
            case Conversation.InRoom place:
                Write(place.Room, place.Name);
                if (place.Audience != Audience.Everyone)
                    _headerWriter.WriteNumber(HeaderFields.Audience, (int)place.Audience);
                break;
            case Conversation.Between pair:
                Write(HeaderFields.First, pair.First);
                Write(HeaderFields.Second, pair.Second);
                _headerWriter.WriteStartObject(HeaderFields.To);
                Write(pair.To);
                _headerWriter.WriteEndObject();
                break;
            default:
                throw new ArgumentException($"{conversation.GetType().Name} has no stored form.", nameof(conversation));
        }
    }

    private void Write(JsonEncodedText field, Party party)
    {
        _headerWriter.WriteStartObject(field);
        switch (party)
        {
            case Party.Guest guest:
                _headerWriter.WriteNumber(HeaderFields.Person, guest.Person.Number);
                break;
            case Party.Member member:
                _headerWriter.WriteString(HeaderFields.Account, member.Account.Text);
                break;
            default:
                throw new ArgumentException($"{party.GetType().Name} has no stored form.", nameof(party));
        }
        _headerWriter.WriteEndObject();
    }

    private void Write(SendId id)
    {
        Span<char> digits = stackalloc char[32];
        id.Bits.TryFormat(digits, out _, "x32", CultureInfo.InvariantCulture);
        _headerWriter.WriteString(HeaderFields.Id, digits);
    }

    /// <summary>No line holds LF (a turn with such a line is not accepted), so LF parts them exactly.</summary>
    private void Lines(ValueList<string> lines)
    {
        _body.ResetWrittenCount();
        var first = true;
        foreach (var line in lines)
        {
            if (!first)
                _body.Write("\n"u8);
            Encoding.UTF8.GetBytes(line, _body);
            first = false;
        }
    }

    private void Attributes(ValueList<Domain.Attribute> attributes)
    {
        _attributes.ResetWrittenCount();
        if (attributes.IsEmpty)
            return;
        _attributeWriter.Reset();
        _attributeWriter.WriteStartArray();
        foreach (var attribute in attributes)
        {
            _attributeWriter.WriteStartArray();
            _attributeWriter.WriteStringValue(attribute.Name);
            _attributeWriter.WriteStringValue(attribute.Value);
            _attributeWriter.WriteEndArray();
        }
        _attributeWriter.WriteEndArray();
        _attributeWriter.Flush();
    }
}
