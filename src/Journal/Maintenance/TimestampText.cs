using System.Globalization;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Moments as people and scripts write them: ISO 8601 in UTC, as in everything that we print.</summary>
public static class TimestampText
{
    public const string Example = "2026-11-20, 2026-11-20T14:00 or 2026-11-20T14:00:00Z (UTC, or with an offset such as +07:00)";

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    public static string Format(Timestamp moment)
    {
        // Damage can put any number into a file, and it has to be shown all the same.
        var (least, most) = (DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
        return moment.Milliseconds >= least && moment.Milliseconds <= most
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment.Milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            : $"{moment.Milliseconds} ms";
    }

    /// <summary>Without an offset it is UTC: a script means the same moment on every machine.</summary>
    public static Option<Timestamp> Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new Timestamp(moment.ToUnixTimeMilliseconds())
            : Option<Timestamp>.None;
}
