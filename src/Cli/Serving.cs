using System.Net;
using System.Net.Sockets;
using ChatRoom.Server;
using ChatRoom.Server.Journal;

namespace ChatRoom.Cli;

/// <summary>Runs the server until it is asked to stop.</summary>
internal static class Serving
{
    public static async Task<int> Run(ServeOptions options, CancellationToken cancel)
    {
        // Received lines are parsed on the thread that polls the sockets; the runtime reads this at the first socket. It
        // spares a busy room a third of its cost, and nothing of ours ever waits on that thread.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        if (await Settings(options, cancel) is not { } settings)
            return ExitCode.Failure;
        using var logs = new StderrLogs();
        using var interruption = new Interruption();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, interruption.Token);
        try
        {
            await using var server = await ChatServer.Start(settings, logs, TimeProvider.System, stop.Token);
            Announce(server.EndPoint, settings, options);
            await Until(stop.Token);
            await Console.Error.WriteLineAsync("stopping: everybody is told");
            return ExitCode.Ok;
        }
        catch (Exception wrong) when (Explain(wrong, options) is { } explanation)
        {
            await Console.Error.WriteLineAsync($"chatroom: {explanation}");
            return ExitCode.Failure;
        }
    }

    private static async Task<ServerSettings?> Settings(ServeOptions options, CancellationToken cancel)
    {
        string? password = null;
        if (options.PasswordFile is { } file && !PasswordFile.TryRead(file, out password, out var wrong))
        {
            await Console.Error.WriteLineAsync($"chatroom: {wrong}");
            return null;
        }
        if (await Address(options.Host, cancel) is not { } address)
        {
            await Console.Error.WriteLineAsync($"chatroom: --host {options.Host} is no address of this machine's; 127.0.0.1 and 0.0.0.0 are");
            return null;
        }
        return new ServerSettings(
            new IPEndPoint(address, options.Port), options.Memory ? null : options.Data ?? DataFolder.Default(),
            options.Name ?? "chatroom.local", password, options.Flood);
    }

    private static async Task<IPAddress?> Address(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host, out var address))
            return address;
        try
        {
            var found = await Dns.GetHostAddressesAsync(host, cancel);
            return found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found.FirstOrDefault();
        }
        catch (SocketException)
        {
            return null;
        }
    }

    /// <summary>One line for programs on stdout, and for people what to do next.</summary>
    private static void Announce(IPEndPoint endPoint, ServerSettings settings, ServeOptions options)
    {
        if (!IPAddress.IsLoopback(endPoint.Address))
            Console.Error.WriteLine($"warning: {endPoint} can be reached by others and is not encrypted; what is said there can be read on the way");
        Console.WriteLine($"listening on {endPoint}");
        var host = IPAddress.Any.Equals(endPoint.Address) || IPAddress.IPv6Any.Equals(endPoint.Address) ? Dns.GetHostName() : options.Host;
        Console.Error.WriteLine($"history is kept in {settings.DataFolder ?? "memory, until the end"}");
        Console.Error.WriteLine($"join with: chatroom join --host {host} --port {endPoint.Port} --nick NAME");
    }

    private static async Task Until(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <summary>What the world outside did wrong, in one line that says what to do; null for a bug of ours.</summary>
    private static string? Explain(Exception wrong, ServeOptions options) => wrong switch
    {
        DataFolderException or JournalRefusedException or JournalLostException => wrong.Message,
        IOException { InnerException: { InnerException: SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } } =>
            $"port {options.Port} is in use on {options.Host}; choose another with --port, or 0 for any free one",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"port {options.Port} is not for you: ports below 1024 need rights; choose another with --port",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            $"--host {options.Host} is no address of this machine's; 127.0.0.1 and 0.0.0.0 are",
        SocketException or IOException => $"can't listen on {options.Host}:{options.Port}: {wrong.Message}",
        OperationCanceledException => "stopped before it began to listen",
        _ => null,
    };
}
