using System.CommandLine;
using System.Net.Sockets;

namespace ChatRoom.Cli.Admin;

/// <summary>
/// `chatroom health`: whether a server answers, for those who watch over it, such as a container engine. It asks what every client
/// asks first, so that a port which is open while nobody answers is not taken for health.
/// </summary>
internal static class HealthCommand
{
    /// <summary>A server that needs longer for one line is of no use to anybody.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly Option<string> Host = CommonOptions.Host("the server's address");

    private static readonly Option<int> Port = CommonOptions.Port("the server's port", least: 1);

    public static Command Create()
    {
        var command = new Command("health", "Check whether a server answers; the exit code is 0 or 1.") { Host, Port };
        command.SetAction(async (parsed, cancel) =>
        {
            var (host, port) = (parsed.GetRequiredValue(Host), parsed.GetRequiredValue(Port));
            if (await Ask(host, port, cancel) is not { } wrong)
                return ExitCode.Ok;
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"chatroom: {host}:{port}: {wrong}");
            return ExitCode.Failure;
        });
        return command;
    }

    /// <summary>What is wrong with the server; null when nothing is.</summary>
    private static async Task<string?> Ask(string host, int port, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, deadline.Token);
            await using var stream = client.GetStream();
            await stream.WriteAsync("CAP LS 302\r\nQUIT\r\n"u8.ToArray(), deadline.Token);
            using var lines = new StreamReader(stream);
            while (await lines.ReadLineAsync(deadline.Token) is { } line)
            {
                if (line.Contains(" CAP * LS ", StringComparison.Ordinal))
                    return null;
            }
            return "what listens there is no chat server, or lets nobody in";
        }
        catch (Exception gone) when (gone is SocketException or IOException)
        {
            return gone.Message;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"no answer within {Patience.TotalSeconds:0} s";
        }
    }
}
