using System.Globalization;

namespace ChatRoom.Server;

/// <summary>How long something holds, as people write it: 90s, 30m, 2h, 7d. A number alone is none, because some mean minutes by it and others seconds.</summary>
public static class TimeWords
{
    public const string Rule = "a number with s, m, h or d behind it, such as 30m or 7d";

    /// <summary>In seconds; null for what is no length, or is longer than anything holds.</summary>
    public static int? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 2)
            return null;
        long unit = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        return int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number * unit is > 0 and <= Limits.BanSeconds and var seconds
            ? (int)seconds
            : null;
    }

    /// <summary>Whether it is meant for a length, right or wrong.</summary>
    public static bool IsMeant(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter is 's' or 'm' or 'h' or 'd') && char.IsAsciiDigit(text[0]);
    }
}
