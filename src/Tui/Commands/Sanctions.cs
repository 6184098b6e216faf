using ChatRoom.Client.Text;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>What is asked before somebody is shown out or kept out, and what is sent then.</summary>
internal static class Sanctions
{
    private static readonly (string Text, long Seconds)[] Lengths = [("10 minutes", 600), ("1 hour", 3600), ("1 day", 86_400)];

    public static CommandResult Kick(string room, string nick, string reason) => Ask(new Sanction(
        room, $"Remove {Shown(nick)} from {Shown(room)}?", "", [new("remove them", Line("KICK", room, nick, reason))]));

    public static CommandResult Drop(string room, string reason) => Ask(new Sanction(
        room, $"End {Shown(room)} for good?", "Everybody is shown out, and nobody takes up what was said there.", [new($"end {Shown(room)}", Line("DROP", room, reason))]));

    /// <summary>Our server knows the account of a nickname, or where it comes from; others are told a mask.</summary>
    public static CommandResult Ban(CommandContext context, string room, string who, bool isOurs, (string Text, long Seconds)? length, string reason)
    {
        var mask = CommandTable.MaskOf(who);
        Message For(long seconds) => isOurs ? Line("TBAN", room, $"{seconds}", IsNick(who) ? who : mask, reason) : Message.Of("MODE", room, "+b", mask);
        SanctionChoice[] choices = length is var (text, chosen) && length is not null
            ? [new($"for {Shown(text)}", For(chosen))]
            : [.. isOurs ? Lengths.Select(one => new SanctionChoice($"for {one.Text}", For(one.Seconds))) : [], new("for good", For(0))];
        return Ask(new Sanction(room, $"Keep {Shown(who)} out of {Shown(room)}?", IsEverybody(mask) ? Everybody(context, room) : "", [.. choices]));
    }

    /// <summary>Nothing of it says whom it means.</summary>
    private static bool IsEverybody(string mask) => mask.All(letter => letter is '*' or '!' or '@' or '?' or '.');

    private static string Everybody(CommandContext context, string room)
    {
        var there = context.Chat.Find(room)?.Members.Count ?? 0;
        return there > 0 ? $"This means everybody: the {there} who are there, you too, and all who may come." : "This means everybody.";
    }

    private static bool IsNick(string who) => CommandTable.MaskOf(who) != who;

    private static Message Line(string command, params string[] parameters) => Message.Of(command, parameters[^1].Length > 0 ? parameters : parameters[..^1]);

    private static CommandResult Ask(Sanction sanction) => CommandResult.Of(new LocalAction.Ask(sanction));

    private static string Shown(string text) => TerminalText.Sanitize(text);
}
