using System.Text.Json;
using ChatRoom.Domain.Events;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// An event as a line of JSON: its name, time and id, what its header holds, and its words. All of that is said by the event's row in
/// <see cref="EventKinds"/>; the names are for scripts and never change, and new ones may come. docs/operations.md lists them. The
/// texts are exactly what was said; JSON escapes what could harm a terminal.
/// </summary>
internal sealed class EventJson(Stream output, Epochs epochs) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = ReadableJson.Encoder });

    public void Write(Recorded recorded)
    {
        var kind = EventKinds.Of(recorded.Event);
        _json.WriteStartObject();
        _json.WriteString("type", kind.Name);
        _json.WriteString("time", TimestampText.Format(recorded.At));
        _json.WriteString("msgid", MessageIds.Format(epochs, recorded.Sequence));
        kind.Write(new HeaderWriter(_json), recorded.Event);
        if (kind.WordsName is { } name)
            WriteWords(name, kind.Words(recorded.Event));
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
    }

    public void Dispose() => _json.Dispose();

    /// <summary>Null where nothing was said, or where it was forgotten.</summary>
    private void WriteWords(string name, Body words)
    {
        if (words.Lines.IsEmpty)
            _json.WriteNull(name);
        else
            _json.WriteString(name, string.Join('\n', words.Lines));
        if (words.Attributes.IsEmpty)
            return;
        _json.WriteStartArray("attributes");
        foreach (var attribute in words.Attributes)
        {
            _json.WriteStartObject();
            _json.WriteString("name", attribute.Name);
            _json.WriteString("value", attribute.Value);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
