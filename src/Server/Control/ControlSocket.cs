using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Control;

/// <summary>
/// A Unix socket in the data folder over which tools on this machine speak with the running server: a line each way. Who may is decided by the
/// file's mode, 0600: the server's own user, and root.
/// </summary>
public sealed class ControlSocket : IAsyncDisposable
{
    private const string FileName = "control";

    /// <summary>A tool sends its line at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Socket _socket;
    private readonly string _path;
    private readonly Func<ControlRequest, Task<ControlAnswer>> _run;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Task _accepting;

    private ControlSocket(Socket socket, string path, Func<ControlRequest, Task<ControlAnswer>> run, TimeProvider clock, ILogger log)
    {
        (_socket, _path, _run, _clock, _log) = (socket, path, run, clock, log);
        _accepting = Accept();
    }

    /// <summary>For a server that holds the folder's lock, so that what lies there is what a dead one left. Null where there can be none; the log says why.</summary>
    public static ControlSocket? Open(string folder, Func<ControlRequest, Task<ControlAnswer>> run, TimeProvider clock, ILogger log)
    {
        var path = PathIn(folder);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            File.Delete(path);
            socket.Bind(new UnixDomainSocketEndPoint(path));
            // Before it listens nobody can connect.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen();
            return new ControlSocket(socket, path, run, clock, log);
        }
        catch (Exception fault) when (fault is SocketException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Some hundred bytes are the most that a system takes for the path of a socket, and some file systems have none.
            socket.Dispose();
            log.LogWarning("There is no control socket, so tools can't reach this server: {Why}", fault.Message);
            return null;
        }
    }

    /// <summary>Asks the server of this folder; null if none is there.</summary>
    public static async Task<ControlAnswer?> Ask(string folder, ControlRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathIn(folder)), cancel).ConfigureAwait(false);
        }
        catch (Exception nobody) when (nobody is ArgumentException or SocketException { SocketErrorCode: not SocketError.AccessDenied })
        {
            return null;
        }
        await ControlLine.Write(socket, request.ToLine(), cancel).ConfigureAwait(false);
        return await ControlLine.Read(socket, cancel).ConfigureAwait(false) is { } line
            ? ControlAnswer.Parse(line)
            : new ControlAnswer(false, "the server ended before it answered; look whether it was done");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        _socket.Dispose();
        File.Delete(_path);
        _stopping.Dispose();
    }

    private static string PathIn(string folder) => Path.Combine(Path.GetFullPath(folder), FileName);

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var tool = await _socket.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                _ = Serve(tool);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            if (!_stopping.IsCancellationRequested)
                _log.LogError("The control socket ended: {Why}", over.Message);
        }
    }

    private async Task Serve(Socket tool)
    {
        using var late = new CancellationTokenSource(Patience, _clock);
        try
        {
            if (await ControlLine.Read(tool, late.Token).ConfigureAwait(false) is not { } line)
                return;
            var answer = ControlRequest.Parse(line, out var wrong) is { } request ? await Run(request).ConfigureAwait(false) : new ControlAnswer(false, wrong);
            await ControlLine.Write(tool, answer.ToLine(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException)
        {
            _log.LogDebug("A tool on the control socket is gone: {Why}", gone.Message);
        }
        finally
        {
            tool.Dispose();
        }
    }

    private async Task<ControlAnswer> Run(ControlRequest request)
    {
        try
        {
            return await _run(request).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A bug costs the one request.
            _log.LogError(fault, "A request on the control socket could not be handled");
            return new ControlAnswer(false, "the server failed on this; its log says why");
        }
    }
}
