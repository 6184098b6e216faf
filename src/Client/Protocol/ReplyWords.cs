using System.Globalization;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// The server's numeric replies as sentences, for a screen. What is not in the table is shown as it came, without the number: nothing is
/// swallowed but what machines say to machines.
/// </summary>
internal static class ReplyWords
{
    /// <summary>The end of an answer of several lines, which has nothing to tell if lines came before it.</summary>
    public static bool IsEnd(string numeric) => numeric is "219" or "232" or "235" or "315" or "318" or "323" or "347" or "349" or "365"
        or "366" or "368" or "369" or "374" or "376" or "705" or "706" or "729" or "733" or "759" or "762";

    /// <summary>What every server says in its greeting, and nobody reads there: its age, and numbers that are zero or said already.</summary>
    public static bool IsCustom(string numeric) => numeric is "002" or "003" or "252" or "253" or "255" or "265" or "266";

    /// <summary>Null for what is not shown.</summary>
    public static string? Of(Message line, TimeZoneInfo? zone = null)
    {
        var words = line.Parameters.Count == 0 ? "" : line.Parameters[^1];
        return line.Command switch
        {
            "004" or "321" or "375" => null,
            "001" or "002" or "003" or "265" or "266" or "372" or "422" or "900" or "901" => words,
            "221" => $"your modes: {Rest(line, 1)}",
            "252" or "253" or "254" => Rest(line, 1),
            "302" => $"addresses: {words}",
            "303" => words.Trim().Length == 0 ? "none of them is here" : $"here: {words}",
            "322" => $"{line.Parameter(1)}: {line.Parameter(2)} {(line.Parameter(2) == "1" ? "person" : "people")}{After(line.Parameters.Count > 3 ? words.Trim() : "")}",
            "324" => $"modes of {line.Parameter(1)}: {Rest(line, 2)}",
            "329" => $"{line.Parameter(1)} was made {Moment(line.Parameter(2), zone)}",
            "331" => $"{line.Parameter(1)} has no topic",
            "333" => $"the topic was set by {Hostmask.Parse(line.Parameter(2)).Nick}, {Moment(line.Parameter(3), zone)}",
            "341" => $"{line.Parameter(1)} is invited to {line.Parameter(2)}",
            "346" => OnList(line, zone, "may come without an invitation"),
            "348" => OnList(line, zone, "is excepted from bans"),
            "367" => OnList(line, zone, "is banned"),
            "728" => OnList(line, zone, "is muted", mask: 3),
            "351" => $"the server runs {Rest(line, 1)}",
            "352" => Who(line),
            "391" => $"the server's time: {words}",
            _ => Person(line, zone) ?? Rest(line, 1),
        };
    }

    /// <summary>WHOIS and WHOWAS.</summary>
    private static string? Person(Message line, TimeZoneInfo? zone)
    {
        var (nick, words) = (line.Parameter(1), line.Parameters.Count == 0 ? "" : line.Parameters[^1]);
        return line.Command switch
        {
            "307" or "320" or "335" or "671" or "276" or "313" or "379" or "378" => $"{nick} {words}",
            "311" => $"{nick} is {words} ({line.Parameter(2)}@{line.Parameter(3)})",
            "312" => $"{nick} is on {line.Parameter(2)}{After(line.Parameters.Count > 3 ? words : "")}",
            "314" => $"{nick} was {words} ({line.Parameter(2)}@{line.Parameter(3)})",
            "317" => $"{nick} has been silent for {Span(line.Parameter(2))}{(line.Parameters.Count > 4 ? $", here since {Moment(line.Parameter(3), zone)}" : "")}",
            "319" => $"{nick} is in {words.Trim()}",
            "330" => $"{nick} has the account {line.Parameter(2)}",
            "338" => $"{nick} comes from {Rest(line, 2)}",
            _ => null,
        };
    }

    /// <summary>`352 client room user host server nick flags :hops real name`; the flags begin with H (here) or G (gone).</summary>
    private static string Who(Message line)
    {
        var real = line.Parameter(7);
        var name = real.IndexOf(' ') is >= 0 and var space ? real[(space + 1)..] : real;
        var away = line.Parameter(6).StartsWith('G') ? ", away" : "";
        var room = line.Parameter(1) == "*" ? "" : $" in {line.Parameter(1)}";
        return $"{line.Parameter(5)} ({line.Parameter(2)}@{line.Parameter(3)}){room}{away}{After(name)}";
    }

    private static string OnList(Message line, TimeZoneInfo? zone, string what, int mask = 2)
    {
        var by = line.Parameter(mask + 1);
        var when = line.Parameter(mask + 2);
        var until = line.Parameter(mask + 3);
        var named = line.Parameter(mask + 4);
        return $"{line.Parameter(mask)}{(named.Length > 0 ? $" ({named})" : "")} {what}{(by.Length > 0 ? $", by {Hostmask.Parse(by).Nick}" : "")}{(when.Length > 0 ? $", {Moment(when, zone)}" : "")}"
            + $"{(until is not ("" or "0") ? $" until {Moment(until, zone)}" : "")}";
    }

    private static string After(string words) => words.Length == 0 ? "" : $": {words}";

    private static string Rest(Message line, int from) => string.Join(' ', line.Parameters.Skip(from));

    /// <summary>Seconds since 1970, as these replies have them; as it came if it is no such number.</summary>
    private static string Moment(string seconds, TimeZoneInfo? zone)
    {
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= 253_402_300_800)
            return seconds;
        var moment = DateTimeOffset.FromUnixTimeSeconds(number);
        return zone is null
            ? moment.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Span(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number < 120 ? $"{number} s" : number < 7_200 ? $"{number / 60} min" : number < 172_800 ? $"{number / 3_600} h" : $"{number / 86_400} days"
            : seconds;
}
