using System.Text.Json.Serialization;

namespace ChatRoom.Tui.Settings;

/// <summary>What was left on each server, the last one first, and the text of the file that keeps it: a line of JSON each.</summary>
public static partial class LeftServers
{
    public const int Most = 10;

    /// <summary>A person follows fewer, and a file that is written each minute stays small.</summary>
    public const int MostConversations = 50;

    /// <summary>A longer draft is in its author's editor, and not lost with ours.</summary>
    public const int LongestDraft = 4_096;

    public static IEnumerable<LeftServer> With(IEnumerable<LeftServer> known, LeftServer left) =>
        known.Where(other => !other.IsSamePlace(left.Host, left.Port, left.Who)).Prepend(left).Take(Most);

    public static IEnumerable<LeftServer> Parse(string text) => JsonLines.Parse(text, LeftJson.Default.LeftServer, IsRight).Take(Most);

    public static string ToText(IEnumerable<LeftServer> left) => JsonLines.ToText(left, LeftJson.Default.LeftServer);

    private static bool IsRight(LeftServer read) => read is { Host.Length: > 0, Who: not null, Looking: not null, Conversations: not null }
        && Array.TrueForAll(read.Conversations, one => one is { Name.Length: > 0, Draft: not null });

    /// <summary>Made by the compiler: the native program can't look at types while it runs.</summary>
    [JsonSerializable(typeof(LeftServer))]
    private sealed partial class LeftJson : JsonSerializerContext;
}
