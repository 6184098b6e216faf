using System.Text.Json;
using System.Text.Json.Serialization;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Settings;

/// <summary>The servers that one was at, the last one first, and the text of the file that keeps them: a line of JSON each.</summary>
public static partial class RecentServers
{
    /// <summary>More would be a list to search in.</summary>
    public const int Most = 10;

    public static ValueList<RecentServer> With(ValueList<RecentServer> known, RecentServer server) =>
        [.. known.Where(other => !other.IsSamePlace(server)).Prepend(server).Take(Most)];

    /// <summary>A line that is no server is left out: the file is ours, and a broken line in it keeps nobody from connecting.</summary>
    public static ValueList<RecentServer> Parse(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(ParseLine).OfType<RecentServer>().Take(Most)];

    public static string ToText(ValueList<RecentServer> servers) => string.Concat(servers.Select(server => JsonSerializer.Serialize(server, ServerJson.Default.RecentServer) + "\n"));

    private static RecentServer? ParseLine(string line)
    {
        try
        {
            var read = line.Length > 0 ? JsonSerializer.Deserialize(line, ServerJson.Default.RecentServer) : null;
            return read is { Host.Length: > 0, Port: >= 1 and <= 65535, Nick: not null, Rooms: not null, Account: not null } ? read : null;
        }
        catch (JsonException)
        {
            // See above: what cannot be read is not offered.
            return null;
        }
    }

    /// <summary>Made by the compiler: the native program can't look at types while it runs.</summary>
    [JsonSerializable(typeof(RecentServer))]
    private sealed partial class ServerJson : JsonSerializerContext;
}
