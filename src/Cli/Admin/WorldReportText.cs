using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatRoom.Client.Text;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Cli.Admin;

/// <summary>What `replay` prints: a moment for people, or as one JSON object.</summary>
internal static partial class WorldReportText
{
    public static string Json(WorldReport moment) => JsonSerializer.Serialize(moment, MomentJson.Default.WorldReport);

    /// <summary>A line for each room and what is in it, as in `NAMES`: '~' is a founder, '@' an operator, '%' a half-operator, '+' has a voice.</summary>
    public static string Of(WorldReport moment)
    {
        var text = new StringBuilder($"{moment.Time}, after event {moment.Msgid}: {Count(moment.People.Count, "person", "people")}, {Count(moment.Rooms.Count, "room", "rooms")}");
        foreach (var room in moment.Rooms)
        {
            Line(text, $"{room.Name} since {room.Since}: {string.Join(' ', room.Members.Select(member => Mark(member.Rights) + member.Nick))}");
            if (room.Topic is not null)
                Line(text, $"  topic by {room.TopicBy} at {room.TopicTime}: {room.Topic}");
        }
        foreach (var person in moment.People.Where(person => person.Away is not null))
            Line(text, $"{person.Nick} is away: {person.Away}");
        var alone = moment.People.Where(person => person.Rooms.Count == 0).Select(person => person.Nick).ToList();
        if (alone.Count > 0)
            Line(text, $"in no room: {string.Join(' ', alone)}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append('\n').Append(TerminalText.Sanitize(line));

    private static string Count(int number, string one, string more) => $"{number} {(number == 1 ? one : more)}";

    /// <summary>The highest of them.</summary>
    private static string Mark(string rights)
    {
        var held = rights.Split(' ');
        return held.Contains("founder") ? "~" : held.Contains("operator") ? "@" : held.Contains("halfOperator") ? "%" : held.Contains("voice") ? "+" : "";
    }

    /// <summary>Made by the compiler: the native program can't look at types while it runs.</summary>
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(WorldReport))]
    private sealed partial class MomentJson : JsonSerializerContext;
}
