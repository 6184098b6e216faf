namespace ChatRoom.Irc;

/// <summary>
/// The time of the `time` tag, `2026-11-20T11:05:13.123Z` (IRCv3 server-time), from and to milliseconds since 1970. Written by hand
/// because it stands on every message that is delivered.
/// </summary>
public static class ServerTime
{
    /// <summary>How many bytes or characters a formatted time has.</summary>
    public const int Length = 24;

    /// <summary>Writes the time, which must lie in the years 1 to 9999; gives back <see cref="Length"/>.</summary>
    public static int Format(long unixMilliseconds, Span<byte> into)
    {
        var time = DateTime.UnixEpoch.AddMilliseconds(unixMilliseconds);
        "0000-00-00T00:00:00.000Z"u8.CopyTo(into);
        Digits(into[..4], time.Year);
        Digits(into[5..7], time.Month);
        Digits(into[8..10], time.Day);
        Digits(into[11..13], time.Hour);
        Digits(into[14..16], time.Minute);
        Digits(into[17..19], time.Second);
        Digits(into[20..23], time.Millisecond);
        return Length;
    }

    public static string Format(long unixMilliseconds) => string.Create(Length, unixMilliseconds, static (text, milliseconds) =>
    {
        Span<byte> bytes = stackalloc byte[Length];
        Format(milliseconds, bytes);
        for (var i = 0; i < Length; i++)
            text[i] = (char)bytes[i];
    });

    /// <summary>
    /// Reads a time. The fraction may be missing or have another number of digits, as some servers send it; a leap second (60) counts as
    /// the first of the next minute.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long unixMilliseconds)
    {
        unixMilliseconds = 0;
        if (text.Length < "0000-00-00T00:00:00Z".Length || text.Length > 40 || text[^1] != 'Z')
            return false;
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
            return false;
        if (!Number(text[..4], 1, 9999, out var year) || !Number(text[5..7], 1, 12, out var month)
            || !Number(text[8..10], 1, DateTime.DaysInMonth(year, month), out var day) || !Number(text[11..13], 0, 23, out var hour)
            || !Number(text[14..16], 0, 59, out var minute) || !Number(text[17..19], 0, 60, out var second))
            return false;
        if (!Fraction(text[19..^1], out var millisecond))
            return false;
        var whole = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc) - DateTime.UnixEpoch;
        unixMilliseconds = (whole.Ticks / TimeSpan.TicksPerMillisecond) + (second * 1000) + millisecond;
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out long)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out long unixMilliseconds)
    {
        Span<char> chars = stackalloc char[41];
        var length = Math.Min(text.Length, chars.Length);
        for (var i = 0; i < length; i++)
            chars[i] = (char)text[i];
        return TryParse(chars[..length], out unixMilliseconds);
    }

    private static void Digits(Span<byte> into, int value)
    {
        for (var i = into.Length - 1; i >= 0; i--, value /= 10)
            into[i] = (byte)('0' + (value % 10));
    }

    private static bool Number(ReadOnlySpan<char> digits, int least, int most, out int value)
    {
        value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
        }
        return value >= least && value <= most;
    }

    /// <summary>Nothing, or a dot and digits, of which the first three count.</summary>
    private static bool Fraction(ReadOnlySpan<char> text, out int millisecond)
    {
        millisecond = 0;
        if (text.IsEmpty)
            return true;
        if (text.Length < 2 || text[0] != '.' || text[1..].IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        for (var i = 1; i <= 3; i++)
            millisecond = (millisecond * 10) + (i < text.Length ? text[i] - '0' : 0);
        return true;
    }
}
