using System.CommandLine;
using System.Net;

namespace ChatRoom.Cli;

/// <summary>`chatroom serve`: its options and what is wrong with them.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Host = CommonOptions.Host("the address to listen on");

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
        Description = "allow an address that others can reach, although there is no TLS",
    };

    public static Command Create(Func<ServeOptions, CancellationToken, Task<int>> run)
    {
        var command = new Command("serve", "Run a chat server.") { Host, Port, Data, Memory, Name, PasswordFile, Flood, Insecure };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Memory) && result.GetValue(Data) is not null)
                result.AddError("--memory and --data exclude each other: one keeps nothing, the other says where to keep it");
            if (result.GetValue(Host) is { } host && !IsLoopback(host) && !result.GetValue(Insecure))
                result.AddError($"--host {host} can be reached by others, and there is no TLS; add --insecure if that is meant");
            if (result.GetValue(Name) is { } name && !IsServerName(name))
                result.AddError($"--name '{name}': a server's name has 1 to 63 letters, digits, '.' and '-', such as chat.example.org");
        });
        command.SetAction((parsed, cancel) => run(Read(parsed), cancel));
        return command;
    }

    private static ServeOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(Host),
        parsed.GetRequiredValue(Port),
        parsed.GetValue(Data),
        parsed.GetValue(Memory),
        parsed.GetValue(Name),
        parsed.GetValue(PasswordFile),
        parsed.GetRequiredValue(Flood) == "on",
        parsed.GetValue(Insecure));

    /// <summary>A name other than localhost may stand for any address, today's or tomorrow's.</summary>
    private static bool IsLoopback(string host) =>
        IPAddress.TryParse(host, out var address) ? IPAddress.IsLoopback(address) : host == "localhost";

    /// <summary>It is the source of what the server says, so it can hold nothing that ends a source; 63 is the common HOSTLEN.</summary>
    private static bool IsServerName(string name) =>
        name.Length is > 0 and <= 63 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
