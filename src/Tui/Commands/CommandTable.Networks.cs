using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.Commands;

public static partial class CommandTable
{
    private static ChatCommand[] Networks =>
    [
        new("connect", [new("SERVER", ArgumentKind.Word, Optional: true), new("NICK", ArgumentKind.Word, Optional: true)],
            "Go to another server as well, in this window", "/connect ircs://irc.example.org", Connect)
        {
            More = "SERVER is HOST, HOST:PORT, irc://HOST/ROOM or ircs://HOST/ROOM. Without it, a form asks. Each server is a section of the list on the left.",
        },
        new("disconnect", [Text("WORDS", optional: true)], "Leave the server that you look at, and stay on the others", "/disconnect see you",
            (a, _) => CommandResult.Of(new LocalAction.Disconnect(OnOneLine(a.Maybe(0) ?? "")))),
        new("reconnect", [], "Connect again, without waiting any longer", "/reconnect", (_, _) => CommandResult.Of(new LocalAction.Reconnect())),
    ];

    private static CommandResult Connect(CommandArguments arguments, CommandContext context)
    {
        if (arguments.Maybe(0) is not { } text)
            return CommandResult.Of(new LocalAction.Connect(null, null));
        if (!ServerAddress.TryParse(text, out var address, out var wrong))
            return CommandResult.No(TerminalText.Sanitize(wrong));
        if (arguments.Maybe(1) is not { } name)
            return CommandResult.Of(new LocalAction.Connect(address, null));
        return Nickname.TryParse(name, out var nick, out var refusal)
            ? CommandResult.Of(new LocalAction.Connect(address, nick))
            : CommandResult.No(TerminalText.Sanitize(refusal));
    }
}
