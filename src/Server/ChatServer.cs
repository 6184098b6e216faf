using System.Net;
using System.Reflection;
using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Transport;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server;

/// <summary>A whole server: the journal, the world that it tells, everybody who comes, and the way in.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    /// <summary>All of a stop takes less than five seconds: this for those who are told, and the rest for the disk.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Storage _storage;
    private readonly Lobby _lobby;
    private readonly Listener _listener;

    private ChatServer(Storage storage, Lobby lobby, Listener listener) => (_storage, _lobby, _listener) = (storage, lobby, listener);

    public IPEndPoint EndPoint => _listener.EndPoint;

    public static string Version { get; } =
        typeof(ChatServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <exception cref="DataFolderException">The data folder can't be used; the message says why and what to do.</exception>
    public static async Task<ChatServer> Start(ServerSettings settings, ILoggerFactory logs, TimeProvider clock, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        var log = logs.CreateLogger("ChatRoom");
        var storage = Storage.Open(settings.DataFolder, clock, log);
        Lobby? lobby = null;
        try
        {
            var started = new Timestamp(clock.GetUtcNow().ToUnixTimeMilliseconds());
            var info = new ServerInfo(
                settings.Name, "ChatRoom", $"chatroom-{Version}", started, storage.Journal.Epoch, settings.Password);
            lobby = new Lobby(
                info, new ServerId(1), storage.Journal, storage.World, settings.HasFloodControl, clock, log, storage.Keep);
            // The port first: a server that can't be reached leaves no trace in the journal.
            var listener = await Listener.Start(settings.EndPoint, lobby, logs, cancelled).ConfigureAwait(false);
            lobby.Start();
            return new ChatServer(storage, lobby, listener);
        }
        catch
        {
            lobby?.Dispose();
            storage.Dispose();
            throw;
        }
    }

    /// <summary>Everybody is told, everything that was said is sent, and the journal is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lobby.Stop(Patience).ConfigureAwait(false);
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _listener.Stop(now.Token).ConfigureAwait(false);
        await _listener.DisposeAsync().ConfigureAwait(false);
        _lobby.Dispose();
        _storage.Dispose();
    }
}
