using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChatRoom.Tui.Settings;

/// <summary>The text of a file of ours that holds a list: a line of JSON each.</summary>
internal static class JsonLines
{
    /// <summary>A line that can't be read, or says nothing right, is left out: a broken file keeps nobody from connecting.</summary>
    public static IEnumerable<T> Parse<T>(string text, JsonTypeInfo<T> type, Predicate<T> isRight) where T : class =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => ParseLine(line, type)).OfType<T>().Where(read => isRight(read));

    public static string ToText<T>(IEnumerable<T> items, JsonTypeInfo<T> type) =>
        string.Concat(items.Select(item => JsonSerializer.Serialize(item, type) + "\n"));

    private static T? ParseLine<T>(string line, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return line.Length > 0 ? JsonSerializer.Deserialize(line, type) : null;
        }
        catch (JsonException)
        {
            // See above: what can't be read is not there.
            return null;
        }
    }
}
