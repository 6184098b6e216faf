using ChatRoom.Irc;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>The reactions that are one key away; any other can be typed.</summary>
public static class Reactions
{
    /// <summary>More names than these are better typed further.</summary>
    private const int MostFound = 20;

    public static ValueList<string> Offered { get; } = ["👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👎"];

    /// <summary>What can be taken when something is typed: emoji by their names, as everywhere; else what stands there itself.</summary>
    public static IReadOnlyList<(string Text, string Name)> For(string typed)
    {
        if (typed.Length == 0)
            return [.. Offered.Select((text, index) => (text, $"{index + 1}"))];
        var name = typed.Trim(':');
        var found = typed.Any(char.IsAscii) && name.Length > 0
            ? Emoji.All.Where(emoji => emoji.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
                .OrderBy(emoji => !emoji.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .ThenBy(emoji => !emoji.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .Take(MostFound)
            : [];
        return [.. found.Select(emoji => (emoji.Text, $":{emoji.Name}:")), (typed, "as it is written")];
    }
}
