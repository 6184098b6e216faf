using System.Net;
using System.Net.Sockets;
using ChatRoom.Cli.Config;
using ChatRoom.Journal;
using ChatRoom.Journal.Folder;
using ChatRoom.Server;
using ChatRoom.Server.Hosting;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Transport;
using ChatRoom.Server.Transport.Tls;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Serve;

/// <summary>Runs the server until it is asked to stop.</summary>
internal static class Serving
{
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    public static async Task<int> Run(Configuration configured, Interruption interruption)
    {
        ParseWherePolled();
        var (isJson, least) = (configured.Get(ConfigTable.LogsJson), configured.Get(ConfigTable.LogLevel));
        using var logs = new StderrLogs(isJson, least, isQuiet: !isJson && least == LogLevel.Information && !Console.IsErrorRedirected);
        var (read, wrong) = await ServingSettings.Read(configured, Environment.GetEnvironmentVariable, interruption.Token);
        if (read is null)
        {
            logs.Say(LogLevel.Error, LogEvents.Failed, $"chatroom: {wrong}");
            return ExitCode.Failure;
        }
        var settings = read with { LostLogLines = () => logs.Lost, Reread = new ConfigReload(configured, read.Live, level => logs.Least = level).Run };
        using var supervisor = new Supervisor(Environment.GetEnvironmentVariable, Environment.ProcessId, TimeProvider.System, Console.Error);
        try
        {
            while (true)
            {
                if (await Serve(configured, settings, interruption, logs, supervisor) is { } code)
                    return code;
            }
        }
        catch (Exception fault) when (Explain(fault, configured, settings) is { } explanation)
        {
            supervisor.Failed(explanation);
            logs.Say(LogLevel.Error, LogEvents.Failed, $"chatroom: {explanation}");
            return ExitCode.Failure;
        }
    }

    /// <summary>One life of a server; null when it has to begin another one, because it lost touch with others on the same journal.</summary>
    private static async Task<int?> Serve(Configuration configured, ServerSettings settings, Interruption interruption, StderrLogs logs, Supervisor supervisor)
    {
        await using var server = await ChatServer.Start(settings, logs, configured.Clock, interruption.Token);
        interruption.OnHangUp(() =>
        {
            if (!logs.Say(LogLevel.Information, LogEvents.Reloading, "SIGHUP: reading the settings again"))
                throw new IOException("The terminal is gone.");
            _ = supervisor.Reload(server.Reload);
        });
        Announcement.Print(server, settings, configured, logs);
        supervisor.Ready($"listening on {server.EndPoint}", server.SignOfLife);
        await Task.WhenAny(Until(interruption.Token), server.Failed);
        if (server.Failed.IsCompleted && server.MayStartAgain && !interruption.Token.IsCancellationRequested)
        {
            logs.Say(LogLevel.Error, LogEvents.Failed, $"chatroom: {await server.Failed}; starting anew");
            return null;
        }
        supervisor.Stopping();
        if (server.Failed.IsCompleted)
        {
            var why = await server.Failed;
            supervisor.Failed(why);
            logs.Say(LogLevel.Error, LogEvents.Failed, $"chatroom: {why}");
            return ExitCode.Failure;
        }
        logs.Say(LogLevel.Information, LogEvents.Stopping, "stopping: everybody is told");
        return ExitCode.Ok;
    }

    /// <summary>
    /// Received lines are parsed on the thread that polls the sockets. It spares a busy room a third of its cost, and nothing of ours ever
    /// waits on that thread. The runtime looks for this before the first socket only; where it is set, whatever it is, a person has chosen.
    /// </summary>
    private static void ParseWherePolled()
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }

    private static async Task Until(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <summary>What the world outside did wrong, in one line that says what to do; null for a bug of ours.</summary>
    private static string? Explain(Exception wrong, Configuration configured, ServerSettings settings) => wrong switch
    {
        DataFolderException or JournalUnusableException or JournalRefusedException or JournalLostException or CertificateException => wrong.Message,
        ListenException { EndPoint: { } at } listen => Explain(
            listen, at, configured, at.Equals(settings.Http) ? "--http-port" : at.Equals(settings.WebSocket) ? "--ws-port" : at.Equals(settings.EndPoint) ? "--port" : "--tls-port"),
        ListenException => wrong.Message,
        OperationCanceledException => "stopped before it began to listen",
        _ => null,
    };

    private static string Explain(ListenException wrong, IPEndPoint at, Configuration configured, string option) => wrong.Error switch
    {
        SocketError.AddressAlreadyInUse =>
            $"port {at.Port} is in use on {at.Address}; choose another with {option}, or 0 for any free one",
        SocketError.AccessDenied =>
            $"port {at.Port} needs rights that you lack, as all ports below 1024 do; choose another with {option}",
        SocketError.AddressNotAvailable => $"{(option == "--http-port" ? $"--http-host {at.Address}" : $"--host {configured.Get(ConfigTable.Host)}")} is no address of this machine's; 127.0.0.1 and 0.0.0.0 are",
        _ => wrong.Message,
    };
}
