using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using ChatRoom.Client.Connection;

namespace ChatRoom.Cli.Serve;

/// <summary>`chatroom serve`: its options and what is wrong with them.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Host = CommonOptions.Host(
        "the address to listen on; with --tls and without --insecure only the TLS port listens there, and the plain one on 127.0.0.1");

    private static readonly Option<int> Port = CommonOptions.Port("the port to listen on; 0 takes a free one", least: 0);

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "the folder that holds everything; by default $CHATROOM_DATA, else the platform's place for data",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Memory = new("--memory") { Description = "keep everything in memory and forget it at the end" };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "the server's name, as clients see it",
        HelpName = "NAME",
    };

    private static readonly Option<string?> PasswordFile =
        CommonOptions.PasswordFile("a file whose first line is the password that clients must give");

    private static readonly Option<string> Flood = new Option<string>("--flood")
    {
        Description = "whether those who talk too fast are slowed down",
        HelpName = "on|off",
        DefaultValueFactory = _ => "on",
    }.AcceptOnlyFromAmong("on", "off");

    private static readonly Option<bool> Insecure = new("--insecure")
    {
        Description = "let others reach the plain port too, where nothing is encrypted",
    };

    private static readonly Option<bool> Tls = new("--tls")
    {
        Description = "serve TLS on a port of its own; without --tls-cert with a self-signed certificate, made once and kept in the data folder",
    };

    private static readonly Option<int> TlsPort =
        CommonOptions.Number("--tls-port", "PORT", "the port to listen on for TLS; 0 takes a free one", ServerPlace.TlsPort, 0, 65_535);

    private static readonly Option<string?> TlsCert =
        CommonOptions.File("--tls-cert", "the certificate as PEM, with those that vouch for it; read again when it changes and on SIGHUP");

    private static readonly Option<string?> TlsKey = CommonOptions.File("--tls-key", "the certificate's private key as PEM");

    private static readonly Option<int> Sts = CommonOptions.Number(
        "--sts", "DAYS", "tell clients to come over TLS only, and to remember that for so long; 0 does not", 0, 0, 3650);

    private static readonly Option<IReadOnlyList<IPNetwork>> ProxyFrom = ProxyFromOption.Create();

    public static Command Create(Func<ServeOptions, CancellationToken, Task<int>> run)
    {
        var command = new Command("serve", "Run a chat server.")
        {
            Host, Port, Data, Memory, Name, PasswordFile, Flood, Insecure,
            Tls, TlsPort, TlsCert, TlsKey, Sts, ProxyFrom,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Memory) && result.GetValue(Data) is not null)
                result.AddError("--memory and --data exclude each other: one keeps nothing, the other says where to keep it");
            if (result.GetValue(Host) is { } host && !IsLoopback(host) && !result.GetValue(Insecure) && !result.GetValue(Tls))
                result.AddError($"--host {host} can be reached by others, and there is no TLS; add --tls, or add --insecure if that is meant");
            if (result.GetValue(Name) is { } name && !IsServerName(name))
                result.AddError($"--name '{name}': a server's name has 1 to 63 letters, digits, '.' and '-', such as chat.example.org");
        });
        command.Validators.Add(CheckTls);
        MonitoringOptions.AddTo(command, Insecure);
        command.SetAction((parsed, cancel) => run(Read(parsed), cancel));
        return command;
    }

    private static void CheckTls(CommandResult result)
    {
        Option[] needTls = [TlsPort, TlsCert, TlsKey, Sts];
        if (!result.GetValue(Tls) && needTls.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } given)
            result.AddError($"{given.Name} is for TLS; add --tls");
        if (result.GetValue(TlsCert) is null != result.GetValue(TlsKey) is null)
            result.AddError("--tls-cert and --tls-key belong together: give both, or neither for a self-signed certificate");
        else if (CommonOptions.Given(result, Sts) > 0 && result.GetValue(TlsCert) is null)
            result.AddError("--sts needs --tls-cert: clients that hear it accept no self-signed certificate any more");
        if (CommonOptions.Given(result, Sts) > 0 && CommonOptions.Given(result, TlsPort) == 0)
            result.AddError("--sts needs a --tls-port that stays the same, since clients remember it");
    }

    private static ServeOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(Host),
        parsed.GetRequiredValue(Port),
        parsed.GetValue(Data),
        parsed.GetValue(Memory),
        parsed.GetValue(Name),
        parsed.GetValue(PasswordFile),
        parsed.GetRequiredValue(Flood) == "on",
        parsed.GetValue(Insecure),
        parsed.GetValue(Tls)
            ? new ServeTls(parsed.GetRequiredValue(TlsPort), parsed.GetValue(TlsCert), parsed.GetValue(TlsKey), parsed.GetRequiredValue(Sts))
            : null)
    {
        Monitoring = MonitoringOptions.Read(parsed),
        ProxyFrom = parsed.GetRequiredValue(ProxyFrom),
    };

    /// <summary>A name other than localhost may stand for any address, today's or tomorrow's; of none at all the option itself complains.</summary>
    private static bool IsLoopback(string host) =>
        IPAddress.TryParse(host, out var address) ? IPAddress.IsLoopback(address) : host is "localhost" or "";

    /// <summary>It is the source of what the server says, so it can hold nothing that ends a source; 63 is the common HOSTLEN.</summary>
    private static bool IsServerName(string name) =>
        name.Length is > 0 and <= 63 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
