using System.Text;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// Every command: its name, how many parameters it needs, when it may come, and who handles it. A handler sees only
/// lines that satisfy its row. The rows stand in the families' files: a new command is a row and a method there.
/// </summary>
public static class CommandTable
{
    private static readonly Dictionary<string, CommandRow> Rows = new[]
        {
            Handshake.Commands,
            Gateway.Commands,
            Rooms.Commands,
            Doors.Commands,
            Modes.Commands,
            Masks.Commands,
            Talk.Commands,
            Redaction.Commands,
            Multiline.Commands,
            People.Commands,
            Watching.Commands,
            Reading.Commands,
            Metadata.Commands,
            History.Commands,
            Searching.Commands,
            AccountRegistration.Commands,
            NickServ.Commands,
            Certificates.Commands,
            Devices.Commands,
            OwnAccount.Commands,
            PasswordRecovery.Commands,
            AccountTending.Commands,
            Operators.Commands,
            Expulsions.Commands,
            Overruling.Commands,
            About.Commands,
            Help.Commands,
        }
        .SelectMany(family => family).ToDictionary(row => row.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows, for those who describe or check them.</summary>
    public static IEnumerable<(string Name, int Least, bool IsBefore)> Known => Rows.Select(row => (row.Key, row.Value.Least, row.Value.When == CommandTime.Before));

    /// <summary>Handles a line and posts what came of it, under the label that it carried.</summary>
    public static void Run(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (Multiline.Takes(session, line))
            return;
        Find(session, line)?.Invoke(session, line);
        if (session.IsAnsweredLater)
            session.IsAnsweredLater = false;
        else
            session.PostAll(Label(session, line));
    }

    private static CommandHandler? Find(Session session, in Line line)
    {
        Span<char> name = stackalloc char[line.Command.Length];
        Encoding.ASCII.GetChars(line.Command, name);
        var row = Rows.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : null;
        if (!session.IsRegistered && (row is null || row.When == CommandTime.After))
            session.Reply(Numerics.ErrNotRegistered, "You are not connected yet: send NICK and USER first");
        else if (row is null)
            session.Reply(Numerics.ErrUnknownCommand, name.ToString(), "This server has no such command");
        else if (session.IsRegistered && row.When == CommandTime.Before)
            session.Reply(Numerics.ErrAlreadyRegistered, "You are connected already, so this comes too late");
        else if (line.Count < row.Least)
            session.Reply(Numerics.ErrNeedMoreParams, name.ToString().ToUpperInvariant(), $"This command needs {row.Least} parameters or more, and got {line.Count}");
        else if (row.HasTooManyWords(line))
            session.Reply(Numerics.ErrInputTooLong, $"Your words are too many to be passed on whole: {Limits.ReasonBytes} bytes are the most behind {row.Name}");
        else
            return row.Handler;
        return null;
    }

    /// <summary>Under which label the client wants to hear what comes of this line. Without batches most answers could not carry one.</summary>
    public static string? Label(Session session, in Line line) =>
        session.Capabilities.HasFlag(Capability.LabeledResponse | Capability.Batch) && line.TryTag("label"u8, out var raw) && raw.Length is > 0 and <= Limits.LabelBytes
            ? TagValue.Unescape(raw)
            : null;
}
