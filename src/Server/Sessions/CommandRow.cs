using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>What is known of a command before it is handled.</summary>
/// <param name="Name">As it stands on the wire.</param>
/// <param name="Least">So many parameters it needs.</param>
/// <param name="When">Whether it may come before registration, after it, or always.</param>
/// <param name="Handler">Who handles it.</param>
internal sealed record CommandRow(string Name, int Least, CommandTime When, CommandHandler Handler)
{
    /// <summary>From which parameter on there are words for people, which are passed on; none where a command has no such, or its rules bound them.</summary>
    public int? WordsFrom { get; init; }

    /// <summary>More than could be passed on whole.</summary>
    public bool HasTooManyWords(in Line line)
    {
        for (var i = WordsFrom ?? line.Count; i < line.Count; i++)
        {
            if (line[i].Length > Limits.ReasonBytes)
                return true;
        }
        return false;
    }
}

internal delegate void CommandHandler(Session session, in Line line);

internal enum CommandTime
{
    Always,
    Before,
    After,
}
