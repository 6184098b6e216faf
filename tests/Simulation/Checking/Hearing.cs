using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>What an ear heard, sorted: what happened, as it happened; what was played from history; and answers.</summary>
public static class Hearing
{
    /// <summary>What happened, live, as lines like those of a <see cref="Due"/>, in the order heard.</summary>
    public static IEnumerable<(string Line, Heard Heard)> Live(Ear ear)
    {
        ArgumentNullException.ThrowIfNull(ear);
        foreach (var heard in WithoutHistory(ear))
        {
            if (Happened(heard.Line) is { } line)
                yield return (line, heard);
        }
    }

    /// <summary>All lines that are not played from history.</summary>
    public static IEnumerable<Heard> WithoutHistory(Ear ear)
    {
        ArgumentNullException.ThrowIfNull(ear);
        return Sorted(ear).Where(one => one.History is null).Select(one => one.Heard);
    }

    /// <summary>Each answer of history: the conversation, where it began, and its lines.</summary>
    public static IEnumerable<(string Target, int At, IReadOnlyList<Heard> Lines)> Played(Ear ear)
    {
        ArgumentNullException.ThrowIfNull(ear);
        return Sorted(ear).Where(one => one.History is not null).GroupBy(one => one.History!.Value)
            .Select(batch => (batch.Key.Target, batch.Key.At, (IReadOnlyList<Heard>)[.. batch.Skip(1).Select(one => one.Heard)]));
    }

    /// <summary>The line of an event, whatever else it carries; null for everything else.</summary>
    public static string? Happened(Message line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var nick = line.Source?.Split('!') is [var first, _] ? first : null;
        // What it says is an answer, and no event.
        if (nick == "NickServ")
            return null;
        return line.Command switch
        {
            "001" => $"001 {line.Parameter(0)}",
            "PRIVMSG" or "NOTICE" or "TOPIC" when nick is not null => $"{line.Command} {nick} {line.Parameter(0)} {line.Parameter(1)}".TrimEnd(),
            "TAGMSG" when nick is not null && line.Tag("+typing") is null => $"TAGMSG {nick} {line.Parameter(0)}",
            "REDACT" when nick is not null => $"REDACT {nick} {line.Parameter(0)}",
            "JOIN" or "NICK" or "PART" or "MODE" when nick is not null => $"{line.Command} {nick} {line.Parameter(0)}",
            "RENAME" when nick is not null => $"RENAME {nick} {line.Parameter(0)} {line.Parameter(1)}",
            "WALLOPS" => $"WALLOPS {nick ?? "-"}",
            // What was said before they came, to who knows no times.
            "NOTICE" when nick is null && (line.Parameter(1).StartsWith('[') || line.Parameter(1) is "What was said before you came (UTC):" or "That was all.") => null,
            "NOTICE" when line.Parameter(0).StartsWith('#') => $"NOTICE - {line.Parameter(0)}",
            "ACCOUNT" when nick is not null => $"ACCOUNT {nick} {line.Parameter(0)}",
            "MODE" when line.Parameter(0).StartsWith('#') => $"MODE - {line.Parameter(0)}",
            "KICK" or "INVITE" when nick is not null => $"{line.Command} {nick} {line.Parameter(0)} {line.Parameter(1)}",
            "710" => $"710 {line.Parameter(2).Split('!')[0]} {line.Parameter(0)}",
            "QUIT" when nick is not null => $"QUIT {nick}",
            "AWAY" when nick is not null => $"AWAY {nick} {line.Parameter(0)}".TrimEnd(),
            "SETNAME" when nick is not null => $"SETNAME {nick} {line.Parameter(0)}".TrimEnd(),
            _ => null,
        };
    }

    /// <summary>The place in the journal that a message id names, where it is of this story.</summary>
    public static (int Branch, long Sequence)? PlaceOf(string? id)
    {
        if (id is null || !id.StartsWith("epoch", StringComparison.Ordinal) || id.Split('-') is not [var epoch, var number])
            return null;
        return (int.Parse(epoch["epoch".Length..]), long.Parse(number));
    }

    private static IEnumerable<(Heard Heard, (string Target, int At)? History)> Sorted(Ear ear)
    {
        (string Target, int At)? history = null;
        for (var i = 0; i < ear.Heard.Count; i++)
        {
            var line = ear.Heard[i].Line;
            if (line.Is("BATCH") && line.Parameter(1) is "chathistory" or "soju.im/search")
                history = (line.Parameter(2), i);
            yield return (ear.Heard[i], history);
            if (line.Is("BATCH") && line.Parameter(0) == "-history")
                history = null;
        }
    }
}
