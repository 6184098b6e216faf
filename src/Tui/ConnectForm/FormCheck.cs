using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What can be said of a form without asking the world: what is wrong with a field, and what it should hold.</summary>
public static class FormCheck
{
    /// <summary>The longest name of a host (RFC 1035 section 2.3.4).</summary>
    private const int LongestHost = 253;

    /// <summary>Null if the field is right.</summary>
    public static string? Wrong(FormModel form, FormField field)
    {
        var text = form[field].Text;
        return field switch
        {
            FormField.Host => WrongHost(text.Trim()),
            FormField.Port => TryPort(text, out _) ? null : text.Trim().Length == 0 ? "the port is empty" : $"'{text.Trim()}' is no port: 1 to 65535",
            FormField.Nick => Nickname.TryParse(text, out _, out var refusal) ? null : Short(refusal),
            FormField.Room => Names(text).Select(WrongRoom).FirstOrDefault(wrong => wrong is not null),
            FormField.Account => form.Registers ? WrongNewAccount(text.Trim(), form[FormField.Nick].Text) : WrongAccount(text.Trim(), form[FormField.AccountPassword].Text),
            FormField.AccountPassword => form.Registers ? WrongNewPassword(text)
                : text.Length == 0 && form[FormField.Account].Text.Trim().Length > 0 ? "the account needs its password" : null,
            FormField.Recent or FormField.Tls or FormField.Register or FormField.More or FormField.ServerPassword or FormField.Connect => null,
        };
    }

    /// <summary>What the field is for: the line at the bottom.</summary>
    public static string Help(FormField field) => field switch
    {
        FormField.Recent => "Enter opens the list of servers you used before",
        FormField.Host => "The server's name or address, such as irc.libera.chat",
        FormField.Port => "1 to 65535; mostly 6697 with TLS and 6667 without",
        FormField.Tls => "Space turns encryption on and off",
        FormField.Nick => @"Letters, digits and []\`_^{|}-, no digit first",
        FormField.Room => "Where to go first, such as #lobby; several with commas",
        FormField.ServerPassword => "Only if the server asks everybody for one",
        FormField.Account => "Only if your nickname is registered there (SASL)",
        FormField.AccountPassword => "Of the account; never kept and never shown",
        FormField.Register => "Space: make an account of your nickname, with this password",
        FormField.More => "Enter shows the fields for a password and an account",
        FormField.Connect => "",
    };

    public static bool TryRead(FormModel form, [NotNullWhen(true)] out FormValues? values)
    {
        values = null;
        if (Enum.GetValues<FormField>().Any(field => Wrong(form, field) is not null))
            return false;
        if (!TryPort(form[FormField.Port].Text, out var port) || !Nickname.TryParse(form[FormField.Nick].Text, out var nick, out _))
            return false;
        values = new FormValues(form[FormField.Host].Text.Trim(), port, form.Tls, nick, [.. Names(form[FormField.Room].Text).Select(Parsed)])
        {
            ServerPassword = Given(form[FormField.ServerPassword].Text),
            Account = form.Registers ? null : Given(form[FormField.Account].Text.Trim()),
            AccountPassword = form.Registers ? null : Given(form[FormField.AccountPassword].Text),
            NewPassword = form.Registers ? form[FormField.AccountPassword].Text : null,
        };
        return true;
    }

    private static string? WrongHost(string host)
    {
        if (host.Length == 0)
            return "the host is empty";
        if (host.Length > LongestHost)
            return $"the host has {host.Length} characters: {LongestHost} at most";
        return Uri.CheckHostName(host) == UriHostNameType.Unknown
            ? host.Contains(' ', StringComparison.Ordinal) ? "the host has a space in it" : "no host is written like this"
            : null;
    }

    private static string? WrongRoom(string name) => RoomName.TryParse(name, out _, out var refusal) ? null : Short(refusal);

    private static string? WrongAccount(string account, string password) =>
        account.Contains(' ', StringComparison.Ordinal) ? "the account has a space in it"
        : account.Length == 0 && password.Length > 0 ? "the account of this password is empty"
        : null;

    private static string? WrongNewAccount(string account, string nick) =>
        account.Length == 0 || account.Equals(nick, StringComparison.OrdinalIgnoreCase) ? null : "a new account is called like your nickname; leave this empty";

    /// <summary>On the wire it is one word.</summary>
    private static string? WrongNewPassword(string password) =>
        password.Length == 0 ? "a new account needs a password" : password.Any(char.IsWhiteSpace) ? "the password of a new account is one word" : null;

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static RoomName Parsed(string name) =>
        RoomName.TryParse(name, out var room, out var refusal) ? room : throw new InvalidOperationException(refusal);

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    private static string? Given(string text) => text.Length > 0 ? text : null;

    /// <summary>A refusal says first what is wrong, then the rule; here the rule stands at the bottom.</summary>
    private static string Short(string refusal) => refusal.Split("; ")[0];
}
