using System.Net;
using ChatRoom.Cli.Config;
using ChatRoom.Server;
using ChatRoom.Server.Hosting;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Serve;

/// <summary>What a server says when it is ready: on stdout a line for each port, for programs; on stderr what people do next.</summary>
internal static class Announcement
{
    public static void Print(ChatServer server, ServerSettings settings, Configuration configured, StderrLogs logs)
    {
        if (!IPAddress.IsLoopback(server.EndPoint.Address))
            logs.Say(LogLevel.Warning, LogEvents.Announced, $"warning: {server.EndPoint} can be reached by others and is not encrypted; what is said there can be read on the way");
        Console.WriteLine($"listening on {server.EndPoint}");
        if (server.TlsEndPoint is not null)
            Console.WriteLine($"listening on {server.TlsEndPoint} with TLS");
        if (server.HttpEndPoint is { } http)
            Console.WriteLine($"listening on {http} for HTTP");
        if (server.WebSocketEndPoint is { } web)
            Console.WriteLine($"listening on {web} for WebSockets");
        if (settings.Unix is { } unix)
            Console.WriteLine($"listening on {unix}");
        logs.Say(LogLevel.Information, LogEvents.Announced, $"history is kept in {settings.Journal?.Shown ?? (settings.DataFolder is { } folder ? FromHome(folder) : "memory, until the end")}");
        logs.Say(LogLevel.Information, LogEvents.Announced, $"join with: {Hint(server, configured)}");
        if (server.ClaimCode is { } code)
            logs.Say(LogLevel.Information, LogEvents.Announced, $"nobody is operator here yet: log in to an account there and say '/oper ACCOUNT {code}'; the code is good until the next start");
        if (server.IsClaimElsewhere)
            logs.Say(LogLevel.Information, LogEvents.Announced, "nobody is operator here yet: the code for the first one is in the log of the server that was there before");
    }

    private static string FromHome(string folder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar;
        return !OperatingSystem.IsWindows() && home.Length > 1 && folder.StartsWith(home, StringComparison.Ordinal) ? $"~/{folder[home.Length..]}" : folder;
    }

    private static string Hint(ChatServer server, Configuration configured)
    {
        var endPoint = server.TlsEndPoint ?? server.EndPoint;
        var host = IPAddress.Any.Equals(endPoint.Address) || IPAddress.IPv6Any.Equals(endPoint.Address)
            ? OwnCommand.IsInContainer ? "127.0.0.1" : Dns.GetHostName()
            : configured.Get(ConfigTable.Host);
        var way = server.Certificate switch
        {
            null => "",
            // Nobody vouches for it, so this line is how a client knows that it talks to this server and to nobody between.
            { IsSelfSigned: true } certificate => $" --tls --fingerprint {certificate.Fingerprint}",
            _ => " --tls",
        };
        return $"{OwnCommand.Here} join --host {host} --port {endPoint.Port}{way} --nick NAME";
    }
}
