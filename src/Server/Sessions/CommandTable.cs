using System.Text;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// Every command: its name, how many parameters it needs, when it may come, and who handles it. A handler sees only
/// lines that satisfy its row. A new command is a row here and a method in its family's file.
/// </summary>
public static class CommandTable
{
    private static readonly Dictionary<string, Row> Rows = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CAP"] = new(1, When.Always, Handshake.Cap),
        ["PASS"] = new(1, When.Before, Handshake.Pass),
        ["NICK"] = new(0, When.Always, Handshake.Nick),
        ["USER"] = new(4, When.Before, Handshake.User),
        ["AUTHENTICATE"] = new(1, When.Always, Handshake.Authenticate),
        ["RESUME"] = new(1, When.Before, Handshake.Resume),
        ["PING"] = new(1, When.Always, Handshake.Ping),
        ["PONG"] = new(0, When.Always, Handshake.Pong),
        ["QUIT"] = new(0, When.Always, Handshake.Quit),
        ["JOIN"] = new(1, When.After, Rooms.Join),
        ["PART"] = new(1, When.After, Rooms.Part),
        ["TOPIC"] = new(1, When.After, Rooms.Topic),
        ["NAMES"] = new(0, When.After, Rooms.Names),
        ["LIST"] = new(0, When.After, Rooms.List),
        ["MODE"] = new(1, When.After, Rooms.Mode),
        ["PRIVMSG"] = new(0, When.After, Talk.Message),
        ["NOTICE"] = new(0, When.After, Talk.Notice),
        ["TAGMSG"] = new(1, When.After, Talk.Tags),
        ["WHO"] = new(0, When.After, People.Who),
        ["WHOIS"] = new(1, When.After, People.Whois),
        ["AWAY"] = new(0, When.After, People.Away),
        ["CHATHISTORY"] = new(1, When.After, History.Ask),
        ["MOTD"] = new(0, When.After, About.Motd),
        ["LUSERS"] = new(0, When.After, About.Users),
        ["VERSION"] = new(0, When.After, About.Version),
    };

    private delegate void Handler(Session session, in Line line);

    private enum When
    {
        Always,
        Before,
        After,
    }

    /// <summary>The rows, for those who describe or check them.</summary>
    public static IEnumerable<(string Name, int Least, bool IsBefore)> Known => Rows.Select(row => (row.Key, row.Value.Least, row.Value.When == When.Before));

    /// <summary>Handles a line and posts what came of it, under the label that it carried.</summary>
    public static void Run(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        Find(session, line)?.Invoke(session, line);
        session.PostAll(Label(session, line));
    }

    private static Handler? Find(Session session, in Line line)
    {
        Span<char> name = stackalloc char[line.Command.Length];
        Encoding.ASCII.GetChars(line.Command, name);
        var row = Rows.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : null;
        if (!session.IsRegistered && (row is null || row.When == When.After))
            session.Reply(Numerics.ErrNotRegistered, "You are not connected yet: send NICK and USER first");
        else if (row is null)
            session.Reply(Numerics.ErrUnknownCommand, name.ToString(), "This server has no such command");
        else if (session.IsRegistered && row.When == When.Before)
            session.Reply(Numerics.ErrAlreadyRegistered, "You are connected already, so this comes too late");
        else if (line.Count < row.Least)
            session.Reply(Numerics.ErrNeedMoreParams, name.ToString().ToUpperInvariant(), $"This command needs {row.Least} parameters or more, and got {line.Count}");
        else
            return row.Handler;
        return null;
    }

    /// <summary>Under which label the client wants to hear what comes of this line. Without batches most answers could not carry one.</summary>
    public static string? Label(Session session, in Line line) =>
        session.Capabilities.HasFlag(Capability.LabeledResponse | Capability.Batch) && line.TryTag("label"u8, out var raw) && raw.Length is > 0 and <= Limits.LabelBytes
            ? TagValue.Unescape(raw)
            : null;

    private sealed record Row(int Least, When When, Handler Handler);
}
