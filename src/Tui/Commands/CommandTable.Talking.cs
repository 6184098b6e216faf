using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Commands;

public static partial class CommandTable
{
    private static ChatCommand[] Talking =>
    [
        new("me", [Text("TEXT")], "Say what you do: * Duy waves", "/me waves", (a, c) => Say(a[0], Manner.Action, c)),
        new("msg", [new("WHOM", ArgumentKind.Whom), Text("TEXT")], "Say something to a person or a room, without going there", "/msg Ann see you at five",
            (a, c) => CommandResult.Of(new ChatWish.Say(a[0], a[1], Manner.Message, c.NextId))) { Aliases = ["m", "tell"] },
        new("query", [Nick(), Text("TEXT", optional: true)], "Open a private conversation, and perhaps say something there", "/query Ann", Query) { Aliases = ["q"] },
        new("notice", [new("WHOM", ArgumentKind.Whom), Text("TEXT")], "Say something that no program may answer, as bots do", "/notice #lobby the build is green",
            (a, c) => Tell(c, "NOTICE", a[0], a[1])),
        new("ctcp", [Nick(), new("QUESTION", ArgumentKind.Word), Text("TEXT", optional: true)], "Ask somebody's program: VERSION, TIME, PING, CLIENTINFO", "/ctcp Ann VERSION", AskProgram)
        {
            More = "PING says how long the way to them and back takes. `/set ctcp off` keeps ours from answering.",
        },
        new("reply", [Text("TEXT")], "Answer a message, so that others see which", "/reply yes, at five", Reply)
        {
            Aliases = ["r"],
            More = "It answers the message that is selected (Alt+S), else the newest of somebody else. Where the server passes no replies on, say whom you mean: `Ann: yes`.",
            Needs = "message-tags",
        },
        new("react", [new("EMOJI", ArgumentKind.Emoji)], "Answer a message with an emoji; a second time takes it back", "/react 👍", React)
        {
            More = "It is for the message that is selected (Alt+S), else the newest of somebody else. `:thumbsup:` does as well as the emoji itself.",
            Needs = "message-tags",
        },
        new("retry", [], "Say again what failed, or was perhaps not sent", "/retry", (_, c) => c.OutgoingLine(DeliveryState.Failed, DeliveryState.PerhapsSent) is { Id: { } failed }
            ? CommandResult.Of(new ChatWish.Retry(c.Current.Name, failed, c.NextId))
            : CommandResult.No("nothing of yours failed here")),
        new("takeback", [], "Forget what failed or still waits", "/takeback", (_, c) =>
            c.OutgoingLine(DeliveryState.Failed, DeliveryState.PerhapsSent, DeliveryState.Waiting) is { Id: { } waiting }
                ? CommandResult.Of(new ChatWish.Discard(c.Current.Name, waiting))
                : CommandResult.No("nothing of yours failed or waits here; what the server has cannot be taken back")),
        new("delete", [Text("REASON", optional: true)], "Take back what you said, for everybody", "/delete wrong room", Delete)
        {
            Aliases = ["redact"],
            More = "It is for the message that is selected (Alt+S), else the newest of yours. Who tends a room can take back what others said there.",
            Needs = Caps.Redaction,
            IsLacking = server => !server.Has(Caps.Redaction),
        },
        new("rewrite", [Text("TEXT")], "Take back what you said last, and say this instead", "/rewrite at five, not six", Rewrite)
        {
            Needs = Caps.Redaction,
            IsLacking = server => !server.Has(Caps.Redaction),
        },
        new("edit", [Text("TEXT", optional: true)], "Write a longer text in $EDITOR (Ctrl+X Ctrl+E)", "/edit",
            (a, _) => CommandResult.Of(new LocalAction.Edit(a.Maybe(0) ?? ""))),
    ];

    private static CommandResult Delete(CommandArguments arguments, CommandContext context) => (context.Selected ?? context.OwnKept)?.At.MessageId is { } id
        ? CommandResult.Of(ChatWish.Command.Redact(context.Current.Name, id, arguments.Maybe(0)))
        : CommandResult.No("there is no message of yours here to take back; select one with Alt+S");

    private static CommandResult Rewrite(CommandArguments arguments, CommandContext context)
    {
        if (context.OwnKept is not { At.MessageId: { } id, What: EntryWhat.Said said })
            return CommandResult.No("there is no message of yours here to write anew");
        return CommandResult.Of(
            ChatWish.Command.Redact(context.Current.Name, id, null), new ChatWish.Say(said.To ?? context.Current.Name, arguments[0], said.Manner, context.NextId, said.ReplyTo));
    }

    private static CommandResult AskProgram(CommandArguments arguments, CommandContext context)
    {
        var question = arguments[1].ToUpperInvariant();
        var text = question == "PING" && arguments.Maybe(2) is null ? $"{context.Now.ToUnixTimeMilliseconds()}" : arguments.Maybe(2) ?? "";
        return Tell(context, "PRIVMSG", arguments[0], Ctcp.Of(question, text));
    }

    private static CommandResult Query(CommandArguments arguments, CommandContext context) => arguments.Maybe(1) is { } text
        ? CommandResult.Of(new ChatWish.Open(arguments[0]), new ChatWish.Say(arguments[0], text, Manner.Message, context.NextId))
        : CommandResult.Of(new ChatWish.Open(arguments[0]));

    private static CommandResult Reply(CommandArguments arguments, CommandContext context)
    {
        if (!context.Chat.Client.Has(Caps.Tags))
            return CommandResult.No("this server passes no replies on (it has no message-tags); say whom you mean instead: `Ann: yes`");
        return context.Meant?.At.MessageId is { } id
            ? Say(arguments[0], Manner.Message, context, id)
            : CommandResult.No("there is no message here to answer; select one with Alt+S");
    }

    private static CommandResult React(CommandArguments arguments, CommandContext context)
    {
        if (!context.Chat.Client.Has(Caps.Tags))
            return CommandResult.No("this server passes no reactions on (it has no message-tags); say it instead");
        if (context.Meant is not { At.MessageId: { } id } meant)
            return CommandResult.No("there is no message here to react to; select one with Alt+S");
        var text = arguments[0] is [':', .., ':'] code ? Emoji.Find(code[1..^1]) : arguments[0];
        if (text is null)
            return CommandResult.No($"there is no emoji {TerminalText.Sanitize(arguments[0])}; type ':' and two letters to see some");
        var own = meant.Reactions.FirstOrDefault(reaction => reaction.Text == text)?.Nicks.Any(context.Chat.Client.IsOwn) ?? false;
        return CommandResult.Of(new ChatWish.React(context.Current.Name, id, text, own));
    }
}
