namespace ChatRoom.Irc;

/// <summary>The ranks in a channel, highest first: the mode that gives each and the sign that shows it, as in PREFIX=(ov)@+.</summary>
public sealed record PrefixTable(string Modes, string Signs)
{
    /// <summary>Operators and voiced people, as in RFC 1459.</summary>
    public static PrefixTable Default { get; } = new("ov", "@+");

    /// <summary>Null if the text is missing or is not such a table; an empty text is one: a network without ranks.</summary>
    public static PrefixTable? Parse(string? text)
    {
        if (text is null or "")
            return text is null ? null : new PrefixTable("", "");
        var close = text.IndexOf(')', StringComparison.Ordinal);
        if (text[0] != '(' || close < 0 || text.Length - close - 1 != close - 1)
            return null;
        return new PrefixTable(text[1..close], text[(close + 1)..]);
    }

    /// <summary>The sign for a mode letter; null if it is no rank.</summary>
    public char? SignOf(char mode) => Modes.IndexOf(mode, StringComparison.Ordinal) is >= 0 and var rank ? Signs[rank] : null;

    /// <summary>The mode letter for a sign; null if it is no sign.</summary>
    public char? ModeOf(char sign) => Signs.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var rank ? Modes[rank] : null;

    /// <summary>Divides "@+nick", as NAMES and WHO show people, into signs and the rest.</summary>
    public (string Signs, string Name) Split(string text)
    {
        var length = text.AsSpan().IndexOfAnyExcept(Signs);
        return length < 0 ? (text, "") : (text[..length], text[length..]);
    }

    public override string ToString() => Modes.Length == 0 ? "" : $"({Modes}){Signs}";
}
