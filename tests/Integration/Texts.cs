using ChatRoom.Irc;

namespace ChatRoom.Integration.Tests;

internal static class Texts
{
    /// <summary>What was said in these lines of the wire; whatever else stands there is left out.</summary>
    public static IEnumerable<string> Said(this IEnumerable<string> lines) =>
        lines.Select(Message.Parse).Where(message => message.Is("PRIVMSG")).Select(message => message.Parameter(1));
}
