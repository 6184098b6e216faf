using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>What can be said here: HELP, and HELPOP as others call it (modern.ircdocs.horse/#help-message).</summary>
public static class Help
{
    internal static readonly CommandRow[] Commands = [new("HELP", 0, CommandTime.After, Hear), new("HELPOP", 0, CommandTime.After, Hear)];

    public static void Hear(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Ask(new IrcQuestion.Help(line.Text(0)));
    }
}
