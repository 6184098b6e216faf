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

    public static ValueList<RecentServer> Parse(string text) => [.. JsonLines.Parse(text, ServerJson.Default.RecentServer, IsRight).Take(Most)];

    public static string ToText(ValueList<RecentServer> servers) => JsonLines.ToText(servers, ServerJson.Default.RecentServer);

    private static bool IsRight(RecentServer read) => read is { Host.Length: > 0, Port: >= 1 and <= 65535, Nick: not null, Rooms: not null, Account: not null };

    /// <summary>Made by the compiler: the native program can't look at types while it runs.</summary>
    [JsonSerializable(typeof(RecentServer))]
    private sealed partial class ServerJson : JsonSerializerContext;
}
