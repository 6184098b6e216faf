using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatRoom.Tui.Commands;

/// <summary>Where in a conversation somebody wants to be.</summary>
public abstract record JumpGoal
{
    private JumpGoal()
    {
    }

    /// <summary>Those that stand for a place by themselves.</summary>
    public static Irc.ValueList<string> Words { get; } = ["unread", "mention", "today", "yesterday", "start", "end"];

    public const string Rule = "a date (2026-11-21), a time of today (14:05), both (2026-11-21 14:05), or one of: today, yesterday, unread, mention, start, end";

    public sealed record Unread : JumpGoal;

    /// <summary>The nearest above what is shown that names us.</summary>
    public sealed record Mention : JumpGoal;

    public sealed record Start : JumpGoal;

    public sealed record End : JumpGoal;

    public sealed record To(DateTimeOffset Moment) : JumpGoal;

    /// <summary>Dates are those of the time zone in which <paramref name="now"/> is given.</summary>
    public static bool TryParse(string text, DateTimeOffset now, [NotNullWhen(true)] out JumpGoal? goal)
    {
        goal = text.ToLowerInvariant() switch
        {
            "unread" or "new" => new Unread(),
            "mention" => new Mention(),
            "start" or "begin" or "top" => new Start(),
            "end" or "now" or "bottom" => new End(),
            "today" => Midnight(now, 0),
            "yesterday" => Midnight(now, -1),
            _ => Parsed(text, now),
        };
        return goal is not null;
    }

    private static To Midnight(DateTimeOffset now, int days) => new(new DateTimeOffset(now.Date.AddDays(days), now.Offset));

    private static To? Parsed(string text, DateTimeOffset now)
    {
        if (TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return new(new DateTimeOffset(now.Date + time.ToTimeSpan(), now.Offset));
        return DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(new DateTimeOffset(day, now.Offset))
            : null;
    }
}
