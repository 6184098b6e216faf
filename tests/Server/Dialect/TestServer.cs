using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Journals;
using ChatRoom.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Server.Tests.Dialect;

/// <summary>A whole server without a network: the lobby on a journal of the kind that the test runs on, and a clock that a test holds.</summary>
internal sealed class TestServer : IAsyncDisposable, IHoldsJournal
{
    public const string Name = "irc.test";

    private readonly bool _ownsStore;
    private readonly TestStore _store;
    private readonly ConnectionRegistry _registry;
    private bool _isStopped;

    private TestServer(
        TestStore? store, World? world, string? password, bool hasFloodControl, bool isAlone, Func<TimeProvider, IJournal>? open, CloakKey? cloakKey = null)
    {
        (_store, _ownsStore) = (store ?? (open is null ? TestStore.New() : new MemoryTestStore()), store is null);
        Journal = open is null ? _store.Open(Clock) : _store.Trouble(open(Clock));
        var start = Recovery.Run(Journal, Option<SnapshotFile>.None);
        Settings = new PublishedSettings(new LiveSettings { Password = password, HasFloodControl = hasFloodControl, PasswordIterations = 2, ConnectionsOfAddress = 0, ConnectionsOfNetwork = 0 });
        var info = new ServerInfo(Name, "ChatRoom", "chatroom-test", new Timestamp(Clock.GetUtcNow().ToUnixTimeMilliseconds()), Journal.Epochs, Settings);
        _registry = new ConnectionRegistry(info, Journal, new HubStart(world ?? start.World, start.Facts, isAlone) { ComparesEach = 4, CloakKey = cloakKey }, Clock, NullLogger.Instance, _ => { });
    }

    public HeldClock Clock { get; } = new();

    public TroubledJournal Journal { get; }

    public PublishedSettings Settings { get; }

    public ConnectionRegistry Registry => _registry;

    public World World => _registry.World;

    public string Epoch => Journal.Epochs.Latest;

    public static TestServer Start(TestStore? store = null, World? world = null, string? password = null, bool hasFloodControl = false, bool isAlone = true, CloakKey? cloakKey = null)
    {
        var server = new TestServer(store, world, password, hasFloodControl, isAlone, null, cloakKey);
        server._registry.Start();
        return server;
    }

    /// <summary>One of several servers on the journal that is opened so; between its recovery and its start something may happen.</summary>
    public static TestServer StartAmongOthers(Func<TimeProvider, IJournal> open, Action? recovered = null)
    {
        var server = new TestServer(null, null, null, false, isAlone: false, open);
        recovered?.Invoke();
        server._registry.Start();
        return server;
    }

    /// <summary>A connection on which nothing was said yet.</summary>
    public Client Dial(string? certificate = null)
    {
        var wire = new Wire(certificate);
        return new Client(wire, Serve(wire));
    }

    /// <summary>Somebody who is let in and has heard their welcome.</summary>
    public async Task<Client> Connect(string nick, string capabilities = "")
    {
        var client = Dial();
        if (capabilities.Length > 0)
            await client.Send($"CAP REQ :{capabilities}");
        await client.Send($"NICK {nick}", $"USER {nick.ToLowerInvariant()} 0 * :{nick} himself", "CAP END");
        var welcome = await client.Heard();
        Assert.Contains(welcome, line => line.Contains(" 001 ", StringComparison.Ordinal));
        return client;
    }

    /// <summary>Somebody who is in a room and has heard its names.</summary>
    public async Task<Client> Connect(string nick, string capabilities, params string[] rooms)
    {
        var client = await Connect(nick, capabilities);
        await client.Ask($"JOIN {string.Join(',', rooms)}");
        return client;
    }

    public async Task Stop()
    {
        _isStopped = true;
        await _registry.Stop(TimeSpan.FromHours(1)).WaitAsync(Client.Deadline);
    }

    public async ValueTask DisposeAsync()
    {
        Journal.Release();
        if (!_isStopped)
            await _registry.Stop(TimeSpan.Zero);
        _registry.Dispose();
        Journal.Dispose();
        if (_ownsStore)
            _store.Dispose();
    }

    private async Task Serve(Wire wire)
    {
        await _registry.Serve(wire.Transport, _registry.NextConnection()).ConfigureAwait(false);
        wire.End();
        Assert.NotEqual("hub", Thread.CurrentThread.Name);
    }
}
