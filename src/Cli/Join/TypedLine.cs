using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Join;

/// <summary>What a line of stdin means.</summary>
public abstract record TypedLine
{
    private TypedLine()
    {
    }

    /// <summary>Something to say; to the room if <c>To</c> is null.</summary>
    public sealed record Say(string? To, string Text, Manner Manner) : TypedLine;

    public sealed record Rename(Nickname Nick) : TypedLine;

    public sealed record Quit(string Farewell) : TypedLine;

    /// <summary>It is no message and no command, and it is said to nobody.</summary>
    public sealed record Mistake(string Reason) : TypedLine;

    /// <summary>An empty line.</summary>
    public sealed record Nothing : TypedLine;

    private const string Known =
        "the commands are /me TEXT, /msg NICK TEXT, /nick NAME and /quit; to say a line that starts with '/', begin it with '//'";

    public static TypedLine Parse(string line)
    {
        if (line.Length == 0)
            return new Nothing();
        if (line[0] != '/')
            return Speech(line);
        if (line.StartsWith("//", StringComparison.Ordinal))
            return Speech(line[1..]);
        var (command, rest) = Cut(line);
        return command.ToLowerInvariant() switch
        {
            "/me" => rest.Length > 0 ? new Say(null, rest, Manner.Action) : new Mistake("/me needs a text: /me waves"),
            "/msg" => Message(rest),
            "/nick" => NewNick(rest.Trim()),
            "/quit" => new Quit(rest),
            _ => new Mistake($"unknown command '{command}', said to nobody; {Known}"),
        };
    }

    /// <summary>A line that only continues one that was too long to be read at once is never a command.</summary>
    public static TypedLine Speech(string text) => new Say(null, text, Manner.Message);

    private static TypedLine NewNick(string name) =>
        Nickname.TryParse(name, out var nick, out var refusal) ? new Rename(nick) : new Mistake($"/nick: {refusal}");

    /// <summary>A comma would name two people, a ':' in front would be taken for the text.</summary>
    private static TypedLine Message(string rest)
    {
        var (to, text) = Cut(rest);
        var bad = to.Length is 0 or > RoomName.Longest || to[0] == ':' || to.Any(c => c == ',' || char.IsControl(c));
        return bad || text.Length == 0
            ? new Mistake("/msg needs one nickname and a text: /msg Duy Hello!")
            : new Say(to, text, Manner.Message);
    }

    private static (string First, string Others) Cut(string text)
    {
        var space = text.IndexOf(' ');
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
    }
}
