using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.Commands;

public static partial class CommandTable
{
    private static ChatCommand[] People =>
    [
        new("nick", [new("NEWNICK", ArgumentKind.Word)], "Take another nickname", "/nick Duy2", (a, _) => Nickname.TryParse(a[0], out var nick, out var refusal)
            ? CommandResult.Of(new ChatWish.Rename(nick))
            : CommandResult.No(TerminalText.Sanitize(refusal))),
        new("away", [Text("WORDS", optional: true)], "Say that you are away", "/away at lunch", (a, _) => CommandResult.Of(new ChatWish.Away(OnOneLine(a.Maybe(0) ?? "away")))),
        new("back", [], "Say that you are here again", "/back", (_, _) => CommandResult.Of(new ChatWish.Away(null))),
        new("who", [new("MASK", ArgumentKind.Whom, Optional: true)], "Show who is in a room, or whom a mask fits", "/who #lobby", (a, c) => a.Maybe(0) is { } mask
            ? Tell(c, "WHO", mask)
            : InRoom(null, c, "/who #lobby", room => Tell(c, "WHO", room))),
        new("whois", [Nick(optional: true)], "Show what the server tells of somebody", "/whois Ann", (a, c) => a.Maybe(0) is { } nick
            ? Tell(c, "WHOIS", nick)
            : c.Current.Kind == ConversationKind.Person ? Tell(c, "WHOIS", c.Current.Name) : CommandResult.No("NICK is missing: /whois NICK; for example /whois Ann")),
        new("whowas", [Nick()], "Show who was called that, and is gone", "/whowas Ann", (a, c) => Tell(c, "WHOWAS", a[0])),
        new("setname", [Text("NAME")], "Say what you are really called, as `/whois` shows it", "/setname Ann Lee", (a, c) => Tell(c, "SETNAME", OnOneLine(a[0]))),
        new("ignore", [Nick(optional: true)], "Hear nothing more of somebody; without a nickname, show whom you ignore", "/ignore Bob", (a, c) => a.Maybe(0) is not { } nick
            ? CommandResult.Of(new LocalAction.ShowIgnored())
            : c.Chat.Client.IsOwn(nick) ? CommandResult.No("that is you") : CommandResult.Of(new ChatWish.Ignore(nick, true))),
        new("unignore", [new("NICK", ArgumentKind.Ignored)], "Hear somebody again", "/unignore Bob", (a, _) => CommandResult.Of(new ChatWish.Ignore(a[0], false))),
    ];
}
