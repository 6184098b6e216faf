using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatRoom.Journal.Maintenance;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Serve;

/// <summary>
/// A line of the log as a JSON object: time, level, message, the event's name if it has one, whatever the message was made from, and
/// the exception. What comes from the network can't leave its string, nor move the cursor of a terminal in which it is shown.
/// </summary>
public static class JsonLogLine
{
    private static readonly string[] Own = ["time", "level", "event", "message", "exception"];

    private static readonly JsonWriterOptions Readable = new() { Encoder = ReadableJson.Encoder };

    public static string Write(DateTimeOffset time, string level, EventId id, string message, object? state, Exception? exception)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", level);
            if (id.Name is { } name)
                json.WriteString("event", name);
            json.WriteString("message", message);
            if (state is IEnumerable<KeyValuePair<string, object?>> fields)
                Write(json, fields);
            if (exception is not null)
                json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        var names = new HashSet<string>(Own, StringComparer.Ordinal);
        foreach (var (field, value) in fields)
        {
            // The template itself is among the fields, and says nothing that the message does not.
            if (field == "{OriginalFormat}")
                continue;
            var name = JsonNamingPolicy.CamelCase.ConvertName(field);
            // An object has each name once.
            while (!names.Add(name))
                name += "_";
            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int or long or short or byte or uint:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
