using System.Collections.Frozen;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Input;

/// <summary>Emoji by their short names, in the order of the names. The table is ours: names that people use in chats, without skin colours and flags.</summary>
public static partial class Emoji
{
    public static ValueList<(string Name, string Text)> All { get; } =
    [
        .. Table.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('='))
            .Select(pair => (pair[0], pair[1]))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, string> ByName =
        All.ToFrozenDictionary(emoji => emoji.Name, emoji => emoji.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>By its name without the colons; null if there is none.</summary>
    public static string? Find(string name) => ByName.GetValueOrDefault(name);
}
