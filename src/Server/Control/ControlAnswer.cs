using System.Buffers;
using System.Text.Json;

namespace ChatRoom.Server.Control;

/// <summary>What a server says to a request: one line of JSON, `{"version":1,"done":true,"says":"..."}`.</summary>
/// <param name="IsDone">Whether what was asked for was done.</param>
/// <param name="Says">A sentence for people.</param>
public sealed record ControlAnswer(bool IsDone, string Says)
{
    public static ControlAnswer Parse(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        return new ControlAnswer(json.RootElement.GetProperty("done").GetBoolean(), json.RootElement.GetProperty("says").GetString()!);
    }

    public byte[] ToLine()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", ControlRequest.Version);
            json.WriteBoolean("done", IsDone);
            json.WriteString("says", Says);
            json.WriteEndObject();
        }
        return [.. bytes.WrittenSpan, (byte)'\n'];
    }
}
