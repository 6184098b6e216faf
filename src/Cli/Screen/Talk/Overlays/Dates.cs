using System.Globalization;

namespace ChatRoom.Cli.Screen;

/// <summary>Moments as people type them.</summary>
public static class Dates
{
    public const string Rule = "2026-11-21, 2026-11-21 14:30, 14:30, today or yesterday";

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d"];

    private static readonly string[] Times = ["yyyy-MM-dd HH:mm", "yyyy-M-d H:mm"];

    /// <summary>Null if it is none of the forms that the rule names.</summary>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var words = text.Trim();
        var local = words.ToLowerInvariant() switch
        {
            "today" => today,
            "yesterday" => today.AddDays(-1),
            _ when Exact(words, Days) is { } day => day,
            _ when Exact(words, Times) is { } moment => moment,
            _ when TimeOnly.TryParseExact(words, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => today.Add(time.ToTimeSpan()),
            _ => (DateTime?)null,
        };
        return local is { } found ? new DateTimeOffset(found, zone.GetUtcOffset(found)) : null;
    }

    private static DateTime? Exact(string text, string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;
}
