using System.Globalization;
using ChatRoom.Irc;

namespace ChatRoom.Bench.Crash;

/// <summary>A line that was said in the room, as somebody heard it or as history tells it.</summary>
/// <param name="Id">Its msgid; empty for who has no tags.</param>
/// <param name="Label">The label under which its sender hears it; null for everybody else.</param>
/// <param name="Round">In which round it was said.</param>
/// <param name="Writer">By which writer.</param>
/// <param name="Number">Its place among what that writer said in that round.</param>
public sealed record SaidLine(string Id, string? Label, int Round, int Writer, int Number)
{
    public static string Text(int round, int writer, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{round} {writer} {number}");

    /// <summary>Reads a line of the wire; null where it is none of ours.</summary>
    public static SaidLine? Read(string line)
    {
        // A glance first: most other lines are names and welcomes, and parsing them is a waste.
        if (!line.Contains(" PRIVMSG ", StringComparison.Ordinal))
            return null;
        var message = Message.Parse(line);
        var words = message.Parameter(1).Split(' ');
        return message.Is("PRIVMSG") && words.Length == 3
            ? new SaidLine(message.Tag("msgid") ?? "", message.Tag("label"), Parse(words[0]), Parse(words[1]), Parse(words[2]))
            : null;
    }

    private static int Parse(string word) => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
}
