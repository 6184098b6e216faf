using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography.X509Certificates;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Join;

/// <summary>`chatroom join`: its options and what is wrong with them. A bad nickname is refused here, before we connect.</summary>
internal static class JoinCommand
{
    private const string NickVariable = "CHATROOM_NICK";

    private const string CertVariable = "CHATROOM_CERT";

    private const string PlainLines = "plain";

    private static readonly Argument<string?> Server = new("SERVER")
    {
        Description = "where to, in one word: HOST, HOST:PORT, or an address such as ircs://chat.example.org/tea; instead of --host and --port",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Host = CommonOptions.Host("the server's name or address");

    private static readonly Option<int> Port = CommonOptions.Port($"the server's port; with --tls {ServerPlace.TlsPort} unless you say otherwise", least: 1);

    private static readonly Option<int> History = CommonOptions.Number(
        "--history", "N", "how many earlier messages to show, where the server keeps them; 0 for none", 50, 0, ClientLimits.History);

    private static readonly Option<bool> Plain = new("--plain")
    {
        Description = "plain lines: what you type is said, what is said is printed; by itself where there is no terminal",
    };

    private static readonly Option<string?> Ui = CommonOptions.Ui([.. Screens.Known, PlainLines]);

    private static readonly Option<string?> Theme = new("--theme")
    {
        Description = "how the full screen looks: auto, dark, light, contrast, mono, or a file of your own; /theme keeps one",
        HelpName = "NAME",
    };

    private static readonly Option<Palette?> Palette = new("--palette")
    {
        Description = "the colours of nicknames: steady, or random for new ones at this start",
        HelpName = "steady|random",
        CustomParser = result => Enum.GetValues<Palette>().Cast<Palette?>()
            .FirstOrDefault(value => $"{value}".Equals(result.Tokens[^1].Value, StringComparison.OrdinalIgnoreCase))
            ?? Refuse<Palette?>(result, $"--palette '{TerminalText.Sanitize(result.Tokens[^1].Value)}' is none of: steady, random"),
    };

    private static readonly Option<bool> Json = new("--json") { Description = "print one JSON object an event instead of text" };

    private static readonly Option<bool> Follow = new("--follow")
    {
        Description = "plain lines: stay and listen when the input ends, until Ctrl+C",
    };

    private static readonly Option<string?> PasswordFile = CommonOptions.PasswordFile("a file whose first line is the server's password");

    private static readonly Option<string?> Account = new("--account")
    {
        Description = "the account to prove with SASL; without it one is a guest", HelpName = "NAME",
    };

    private static readonly Option<string?> AccountPasswordFile = CommonOptions.File(
        "--account-password-file", $"a file whose first line is the account's password; or set ${Passwords.AccountVariable}");

    private static readonly Option<string?> PasswordCommand = new("--password-command")
    {
        Description = "a command whose first line of output is the password: the account's, or without --account the server's",
        HelpName = "COMMAND",
    };

    private static readonly Option<RoomName> Room = new("--room")
    {
        Description = "the room to join; the '#' may be left out, since it starts a comment in most shells",
        HelpName = "ROOM",
        DefaultValueFactory = _ => RoomName.TryParse("#lobby", out var lobby, out var refusal) ? lobby : throw new FormatException(refusal),
        CustomParser = result =>
        {
            if (!RoomName.TryParse(result.Tokens[^1].Value, out var room, out var refusal))
                result.AddError($"--room: {TerminalText.Sanitize(refusal)}");
            return room;
        },
    };

    private static readonly Option<bool> Tls = new("--tls") { Description = "encrypt, and accept a certificate that this system trusts for the host" };

    private static readonly Option<Fingerprint?> Pinned = new("--fingerprint")
    {
        Description = "accept the certificate with this fingerprint and no other, no matter who signed it; the server shows it when it starts",
        HelpName = "SHA256",
        CustomParser = result =>
        {
            if (!Fingerprint.TryParse(result.Tokens[^1].Value, out var fingerprint, out var refusal))
                result.AddError($"--fingerprint: {TerminalText.Sanitize(refusal)}");
            return fingerprint;
        },
    };

    private static Option<X509Certificate2?> CertOption(ProcessEnvironment around) => new("--cert")
    {
        Description = $"a PEM file with your certificate and its key, which log you in instead of a password; by default ${CertVariable}",
        HelpName = "FILE",
        CustomParser = result => ReadCert(result, "--cert", result.Tokens[^1].Value),
        DefaultValueFactory = result => around.Variable(CertVariable) is { Length: > 0 } given ? ReadCert(result, CertVariable, given) : null,
    };

    private static X509Certificate2? ReadCert(ArgumentResult result, string from, string path)
    {
        if (OwnCertificate.TryRead(path, out var read, out var wrong))
            return read;
        result.AddError($"{from}: {TerminalText.Sanitize(wrong)}");
        return null;
    }

    public static Command Create(Func<JoinOptions, CancellationToken, Task<int>> run, ProcessEnvironment around)
    {
        var (nick, cert) = (NickOption(around), CertOption(around));
        var command = new Command("join", "Join a room: on a terminal with a full screen, in a pipe line by line.")
        {
            Server, Host, Port, nick, Room, History, Ui, Theme, Palette, Plain, Json, Follow, PasswordFile, Account, AccountPasswordFile, PasswordCommand, Tls, Pinned, cert,
        };
        Check(command, cert);
        CheckServer(command);
        command.SetAction((parsed, cancel) => run(Read(parsed, nick, cert, around, RoomOf(parsed), parsed.GetRequiredValue(History)), cancel));
        return command;
    }

    /// <summary>The room of `send`, as an argument.</summary>
    internal static Argument<RoomName> RoomArgument() => new("ROOM")
    {
        Description = "the room; the '#' may be left out",
        CustomParser = result =>
        {
            if (!RoomName.TryParse(result.Tokens[^1].Value, out var room, out var refusal))
                result.AddError($"ROOM: {TerminalText.Sanitize(refusal)}");
            return room;
        },
    };

    /// <summary>The options of every command that connects, whatever is said then.</summary>
    internal static Func<ParseResult, RoomName, JoinOptions> Connecting(ProcessEnvironment around, out Option[] options, out Option<X509Certificate2?> cert)
    {
        var (nick, own) = (NickOption(around), CertOption(around));
        (options, cert) = ([Host, Port, nick, PasswordFile, Account, AccountPasswordFile, PasswordCommand, Tls, Pinned, own], own);
        return (parsed, room) => Read(parsed, nick, own, around, room, history: 0);
    }

    internal static void Check(Command command, Option<X509Certificate2?> cert) => command.Validators.Add(result =>
        {
            if (!result.GetValue(Tls) && AddressIn(result.GetValue(Server)) is not { IsEncrypted: true } && result.GetResult(Pinned) is not null)
                result.AddError("--fingerprint is for TLS; add --tls");
            if (!result.GetValue(Tls) && AddressIn(result.GetValue(Server)) is not { IsEncrypted: true } && result.GetResult(cert) is { Implicit: false })
                result.AddError("--cert is for TLS; add --tls");
            if (result.GetResult(AccountPasswordFile) is not null && result.GetResult(Account) is null)
                result.AddError("--account-password-file is for an account; add --account");
            if (result.GetResult(Account) is not null && result.GetValue(Account) is not { Length: > 0 })
                result.AddError("--account is empty; give the account's name");
        });

    private static ServerAddress? AddressIn(string? server) => server is not null && ServerAddress.TryParse(server, out var address, out _) ? address : null;

    /// <summary>What the address says already is not said again by an option, for which of the two would count?</summary>
    private static void CheckServer(Command command) => command.Validators.Add(result =>
    {
        if (result.GetValue(Server) is not { } given)
            return;
        // An option that there is not, which the parser takes for a value.
        if (given.StartsWith('-'))
            result.AddError($"Unrecognized command or argument '{TerminalText.Sanitize(given)}'.");
        else if (!ServerAddress.TryParse(given, out var address, out var wrong))
            result.AddError($"SERVER: {TerminalText.Sanitize(wrong)}");
        else if (result.GetResult(Host) is { Implicit: false })
            result.AddError("SERVER names the host already; leave --host out");
        else if (address.Port is not null && result.GetResult(Port) is { Implicit: false })
            result.AddError("SERVER names the port already; leave --port out");
        else if (address.Room is not null && result.GetResult(Room) is { Implicit: false })
            result.AddError("SERVER names the room already; leave --room out");
        else if (address.Room is { } room && !RoomName.TryParse(room, out _, out var refusal))
            result.AddError($"SERVER: {TerminalText.Sanitize(refusal)}");
    });

    private static RoomName RoomOf(ParseResult parsed) =>
        AddressIn(parsed.GetValue(Server))?.Room is { } room && RoomName.TryParse(room, out var name, out _) ? name : parsed.GetRequiredValue(Room);

    private static bool IsEncrypted(ParseResult parsed) => parsed.GetValue(Tls) || AddressIn(parsed.GetValue(Server)) is { IsEncrypted: true };

    private static JoinOptions Read(ParseResult parsed, Option<Nickname?> nick, Option<X509Certificate2?> cert, ProcessEnvironment around, RoomName room, int history) => new(
        AddressIn(parsed.GetValue(Server))?.Host ?? parsed.GetRequiredValue(Host),
        PortOf(parsed),
        parsed.GetRequiredValue(nick)!,
        room,
        history,
        parsed.GetValue(Plain) || parsed.GetValue(Ui) == PlainLines,
        parsed.GetValue(Json),
        parsed.GetValue(PasswordFile),
        IsEncrypted(parsed) ? new Encryption(parsed.GetValue(Pinned)) { Own = parsed.GetValue(cert) } : null)
    {
        Follow = parsed.GetValue(Follow),
        Ui = parsed.GetValue(Ui),
        Theme = parsed.GetValue(Theme),
        Palette = parsed.GetValue(Palette),
        HasNick = parsed.GetResult(nick) is { Implicit: false } || around.Variable(NickVariable) is not null,
        HasRoom = IsGiven(parsed, Room) || AddressIn(parsed.GetValue(Server))?.Room is not null,
        HasServer = IsGiven(parsed, Host) || IsGiven(parsed, Port) || IsGiven(parsed, Tls) || parsed.GetValue(Server) is not null,
        Account = parsed.GetValue(Account),
        AccountPasswordFile = parsed.GetValue(AccountPasswordFile),
        PasswordCommand = parsed.GetValue(PasswordCommand),
    };

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static T? Refuse<T>(ArgumentResult result, string wrong)
    {
        result.AddError(wrong);
        return default;
    }

    private static int PortOf(ParseResult parsed) => AddressIn(parsed.GetValue(Server))?.Port
        ?? (IsEncrypted(parsed) && !IsGiven(parsed, Port) ? ServerPlace.TlsPort : parsed.GetRequiredValue(Port));

    private static Option<Nickname?> NickOption(ProcessEnvironment around) => new("--nick")
    {
        Description = $"your nickname; by default ${NickVariable}, else your login name",
        HelpName = "NAME",
        CustomParser = result => ReadNick(result, "--nick", result.Tokens[^1].Value),
        DefaultValueFactory = result => around.Variable(NickVariable) is { } given
            ? ReadNick(result, NickVariable, given)
            : ReadNick(result, "no --nick is given, and the login name does not do", around.LoginName),
    };

    private static Nickname? ReadNick(ArgumentResult result, string from, string text)
    {
        if (!Nickname.TryParse(text, out var nick, out var refusal))
            result.AddError($"{from}: {TerminalText.Sanitize(refusal)}");
        return nick;
    }
}
