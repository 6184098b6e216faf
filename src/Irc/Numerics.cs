namespace ChatRoom.Irc;

/// <summary>
/// The numerics that a full server sends, as they go on the wire, named as in modern.ircdocs.horse; where networks disagree about a
/// number, that document's choice. The metadata ones (760 to 774) are those of draft/metadata-2.
/// </summary>
public static partial class Numerics
{
    /// <summary>Whether a command is a numeric: three digits (RFC 1459 section 2.3.1).</summary>
    public static bool IsNumeric(ReadOnlySpan<char> command) => command.Length == 3
        && char.IsAsciiDigit(command[0]) && char.IsAsciiDigit(command[1]) && char.IsAsciiDigit(command[2]);

    /// <summary>
    /// Whether a numeric tells of an error: 400 to 599 (RFC 1459 section 2.4), and what <see cref="NumericNames"/> knows above them.
    /// </summary>
    public static bool IsError(string command) =>
        IsNumeric(command) && (command[0] is '4' or '5' || NumericNames.OfError(command) is not null);
}
