using System.Globalization;
using System.Text.RegularExpressions;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>Whether a terminal's background is light: from its answer to OSC 11, or from $COLORFGBG.</summary>
internal static partial class BackgroundAnswer
{
    /// <summary>`11;rgb:ffff/ffff/ffff`, with one to four digits for each colour.</summary>
    public static UserInput? Read(ReadOnlySpan<byte> answer)
    {
        var match = Answer().Match(System.Text.Encoding.Latin1.GetString(answer));
        if (!match.Success)
            return null;
        var light = 0.299 * Part(match, 1) + 0.587 * Part(match, 2) + 0.114 * Part(match, 3);
        return new UserInput.BackgroundKnown(light > 0.5);
    }

    /// <summary>`15;0` or `15;default;0`: the last one is the background's number among the sixteen.</summary>
    public static bool? OfVariable(string? colorFgBg) =>
        int.TryParse(colorFgBg?.Split(';')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 15
            ? number is 7 or > 8
            : null;

    private static double Part(Match match, int group)
    {
        var digits = match.Groups[group].Value;
        return int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / (Math.Pow(16, digits.Length) - 1);
    }

    [GeneratedRegex("^11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]{1,4})?$")]
    private static partial Regex Answer();
}
