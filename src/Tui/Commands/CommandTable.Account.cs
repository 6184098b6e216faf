using ChatRoom.Client.Protocol;

namespace ChatRoom.Tui.Commands;

public static partial class CommandTable
{
    /// <summary>Whether a text holds a password, so that it is not offered again and kept nowhere.</summary>
    public static bool HoldsSecret(string text) =>
        text.StartsWith('/') && text.IndexOf(' ', StringComparison.Ordinal) is > 1 and var end && Find(text[1..end])?.IsSecret == true;

    /// <summary>In the words of NS, which our server and most networks know: what is said so is no message, and nobody else hears it.</summary>
    private static ChatCommand[] Accounts =>
    [
        new("register", [Text("PASSWORD")], "Make your nickname yours, on this server", "/register opensesame", (a, c) => Tell(c, "NS", $"REGISTER {a[0]}"))
        {
            IsLacking = HasNoAccounts,
            IsSecret = true,
            More = "One word; where you need an invitation, write its code behind it.",
        },
        new("login", [Text("PASSWORD")], "Log in to the account of your nickname", "/login opensesame", (a, c) => Tell(c, "NS", $"IDENTIFY {a[0]}"))
        {
            IsLacking = HasNoAccounts,
            IsSecret = true,
            More = "For another account write its name before the password. `join --account` logs in while it connects, which is safer.",
        },
        new("password", [Text("PASSWORD")], "Change the password of your account", "/password openbarley", (a, c) => Tell(c, "NS", $"SET PASSWORD {a[0]}"))
        {
            IsLacking = HasNoAccounts,
            IsSecret = true,
        },
        new("recover", [new("CODE", ArgumentKind.Word), Text("PASSWORD")], "Set a new password, with a code of who tends the server", "/recover abcde-fghij opensesame",
            (a, c) => Tell(c, "RECOVER", a[0], a[1]))
        {
            IsLacking = HasNoAccounts,
            IsSecret = true,
            More = "For a forgotten password. All devices of the account are ended, and its certificates do not log in any more.",
        },
        new("cert", [Text("WHAT")], "Show, add or take away the certificates that log you in", "/cert add", (a, c) => Tell(c, "NS", $"CERT {a[0]}"))
        {
            IsLacking = HasNoAccounts,
            More = "`list`, `add` for the one in use (`join --cert`), `add FINGERPRINT`, `del FINGERPRINT`.",
        },
        new("devices", [Text("DEVICE", optional: true)], "Show the connections of your account, or end one of them", "/devices 3.17",
            (a, c) => a.Maybe(0) is { } device ? Tell(c, "NS", $"DEVICES END {device}") : Tell(c, "NS", "DEVICES")) { IsLacking = HasNoAccounts },
        new("account", [Text("WHAT")], "Write all that your account did into a file, or erase it for good", "/account export", OwnAccount)
        {
            IsLacking = c => HasNoAccounts(c) || (c.ReadyAt is not null && !IsOurs(c.Support)),
            More = "`export` writes a file of JSON lines where you started this program. `erase` asks back, and `erase NAME` then does it: the account and everything that it ever typed are gone.",
        },
        new("playback", [Text("SETTING")], "How much you are told of what was said before you came, where a client of yours can't ask for it", "/playback 50",
            (a, c) => Tell(c, "NS", $"SET PLAYBACK {a[0]}"))
        {
            IsLacking = c => HasNoAccounts(c) || (c.ReadyAt is not null && !IsOurs(c.Support)),
            More = "`on`, `off`, `default` or a number of messages. Without an answer of yours a room's operators say how much (`/mode +H 50`), or the server.",
        },
        new("stay", [Text("SETTING")], "Stay in your rooms while you are not connected", "/stay on",
            (a, c) => Tell(c, "NS", $"SET PERSISTENCE {a[0]}"))
        {
            IsLacking = c => HasNoAccounts(c) || (c.ReadyAt is not null && !c.Offered.Contains("draft/persistence")),
        },
    ];

    private static CommandResult OwnAccount(CommandArguments arguments, CommandContext context) => Words(arguments[0]) switch
    {
        [var what] when what.Equals("export", StringComparison.OrdinalIgnoreCase) => Tell(context, "ACCOUNT", "EXPORT"),
        [var what, .. var name] when what.Equals("erase", StringComparison.OrdinalIgnoreCase) => Tell(context, "ACCOUNT", ["ERASE", .. name]),
        _ => CommandResult.No("/account export, or /account erase"),
    };

    /// <summary>A server that has accounts says so by offering a way to prove one.</summary>
    private static bool HasNoAccounts(ClientModel server) => server.ReadyAt is not null && !server.Offered.Contains(Caps.Sasl);
}
