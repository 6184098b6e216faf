using System.Text.Json;
using ChatRoom.Domain;
using ChatRoom.Server.Sessions;

namespace ChatRoom.Server.Keeping;

/// <summary>
/// An event as a line of JSON. The names of fields and the values of `type` are for scripts and never change; new ones may come.
/// docs/operations.md lists them. The texts are exactly what was said; JSON escapes what could harm a terminal.
/// </summary>
internal sealed class EventJson(Stream output, string epoch) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = ReadableJson.Encoder });

    public void Write(Recorded recorded)
    {
        var about = EventAbout.Of(recorded.Event);
        _json.WriteStartObject();
        _json.WriteString("type", about.Type);
        _json.WriteString("time", Moments.Format(recorded.At));
        _json.WriteString("msgid", MessageIds.Format(epoch, recorded.Sequence));
        if (about.Room is { } room)
            _json.WriteString("room", room.Text);
        if (about.Who is { } who)
            WriteWho(who);
        if (about.To is { } to)
            WriteTo(to);
        WriteRest(recorded.Event);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
    }

    public void Dispose() => _json.Dispose();

    private void WriteWho(Who who)
    {
        _json.WriteString("nick", who.Nick.Text);
        _json.WriteNumber("person", who.Id.Number);
        if (who.Account.TryGet(out var account))
            _json.WriteString("account", account.Text);
    }

    private void WriteTo(Who to)
    {
        _json.WriteString("to", to.Nick.Text);
        _json.WriteNumber("toPerson", to.Id.Number);
        if (to.Account.TryGet(out var account))
            _json.WriteString("toAccount", account.Text);
    }

    private void WriteRest(Event happened)
    {
        switch (happened)
        {
            case Event.Connected e:
                _json.WriteString("realName", e.RealName);
                break;
            case Event.Attached e:
                _json.WriteNumber("person", e.Person.Number);
                break;
            case Event.Detached e:
                _json.WriteNumber("person", e.Person.Number);
                break;
            case Event.Departed e:
                _json.WriteString("reason", e.Reason);
                break;
            case Event.Joined e:
                _json.WriteString("role", RoomRoles.Name(e.Role));
                break;
            case Event.Left e:
                _json.WriteString("reason", e.Reason);
                break;
            case Event.Renamed e:
                _json.WriteString("newNick", e.New.Text);
                break;
            case Event.AwaySet e:
                _json.WriteString("text", e.Text);
                break;
            case Event.TopicSet e:
                _json.WriteString("text", e.Text);
                break;
            case Event.Said e:
                WriteSaid(e);
                break;
            default:
                // A server's start says nothing more, and EventAbout has refused what it does not know.
                break;
        }
    }

    private void WriteSaid(Event.Said said)
    {
        _json.WriteString("kind", said.Kind switch
        {
            SayKind.Message => "message",
            SayKind.Notice => "notice",
            SayKind.Annotation => "annotation",
            _ => throw new InvalidOperationException($"{said.Kind} has no name."),
        });
        if (said.In is Conversation.InRoom { Audience: not Audience.Everyone } place)
            _json.WriteString("audience", place.Audience == Audience.Voiced ? "voiced" : "operators");
        if (said.Body == Body.Forgotten)
        {
            _json.WriteNull("text");
            return;
        }
        _json.WriteString("text", string.Join('\n', said.Body.Lines));
        if (said.Body.Attributes.IsEmpty)
            return;
        _json.WriteStartArray("attributes");
        foreach (var attribute in said.Body.Attributes)
        {
            _json.WriteStartObject();
            _json.WriteString("name", attribute.Name);
            _json.WriteString("value", attribute.Value);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
