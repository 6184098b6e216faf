using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// The name of a room as it goes over the wire. A name without its '#' is taken as if it had one, because '#' starts a comment in
/// most shells and `--room #lobby` without quotes would otherwise be a riddle.
/// </summary>
public sealed record RoomName
{
    /// <summary>Bytes, the '#' among them. Servers allow 50 to 64; a longer one would be cut by some and refused by others.</summary>
    public const int Longest = 64;

    public const string Rule = "a room's name starts with '#' and has up to 64 bytes, without spaces, commas and control characters";

    /// <summary>RFC 2812 1.3: the signs that a room's name may start with; which of them a server has, it says itself.</summary>
    private const string Prefixes = "#&+!";

    private RoomName(string text) => Text = text;

    public string Text { get; }

    public override string ToString() => Text;

    public static bool TryParse(string text, [NotNullWhen(true)] out RoomName? room, [NotNullWhen(false)] out string? refusal)
    {
        string name = text.Length > 0 && !Prefixes.Contains(text[0]) ? "#" + text : text;
        string? wrong = WhatIsWrong(name);
        room = wrong is null ? new RoomName(name) : null;
        refusal = wrong is null ? null : $"{wrong}; {Rule}";
        return wrong is null;
    }

    private static string? WhatIsWrong(string name)
    {
        if (name.Length < 2)
            return "the room's name is empty";
        if (Encoding.UTF8.GetByteCount(name) > Longest)
            return $"the room's name has {Encoding.UTF8.GetByteCount(name)} bytes";
        foreach (char c in name)
        {
            if (c is ' ' or ',' || char.IsControl(c))
                return $"the room's name '{name}' has a {(c == ' ' ? "space" : c == ',' ? "comma" : "control character")} in it";
        }
        return null;
    }
}
