using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// Turns events into columns, one at a time, in buffers that it uses again: what it yields is good until the next
/// event. Written by hand and not by a serializer, because a server must listen within half a second of its start.
/// </summary>
public sealed class EventEncoder : IDisposable
{
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
        var kind = EventKinds.Of(happened);
        _header.ResetWrittenCount();
        _headerWriter.Reset();
        _headerWriter.WriteStartObject();
        kind.Write(new HeaderWriter(_headerWriter), happened);
        _headerWriter.WriteEndObject();
        _headerWriter.Flush();
        var words = kind.Words(happened);
        Lines(words.Lines);
        Attributes(words.Attributes);
        return new StoredEvent(
            kind.Number, kind.Version, _header.WrittenSpan, !words.Lines.IsEmpty, _body.WrittenSpan, _attributes.WrittenSpan);
    }

    public void Dispose()
    {
        _headerWriter.Dispose();
        _attributeWriter.Dispose();
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

    private void Attributes(ValueList<Domain.Events.Attribute> attributes)
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
