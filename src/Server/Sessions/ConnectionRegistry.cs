using System.Collections.Concurrent;
using System.IO.Pipelines;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Transport;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// Everything behind the listeners: the hub, and a session for each connection, whatever it runs over. Looks after
/// those that are silent (ping timeout), slow to begin, or slow to end.
/// </summary>
public sealed class ConnectionRegistry : IDisposable
{
    private readonly ConcurrentDictionary<long, Session> _sessions = [];
    private readonly ServerContext _context;
    private readonly ITimer _sweep;
    private ISupport _support;
    private string _registration;
    private long _connections;
    private volatile bool _isStopping;

    /// <param name="info">What the server says of itself.</param>
    /// <param name="journal">Where events are kept.</param>
    /// <param name="start">What the journal tells.</param>
    /// <param name="clock">Everybody's time.</param>
    /// <param name="log">Where an operator reads what went wrong.</param>
    /// <param name="kept">Is shown every world that is durable, on the hub's thread.</param>
    /// <param name="random">Bits that nobody can guess; the system's, if nothing else is said.</param>
    /// <param name="workers">Where sessions go on, and what is done beside the hub; the pool, and for hashes quiet threads, if nothing else is said.</param>
    public ConnectionRegistry(
        ServerInfo info, IJournal journal, HubStart start, TimeProvider clock, ILogger log, Action<World> kept,
        PipeScheduler? workers = null, Func<UInt128>? random = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(clock);
        var history = journal.OpenHistory();
        var census = new Census();
        var welcome = new Welcome(info, census);
        var renderer = new LineRenderer(info, history, welcome);
        var hashers = workers ?? QuietThreads.Shared;
        workers ??= PipeScheduler.ThreadPool;
        var hub = new Hub(journal, start with { Name = info.Name, Version = info.Version }, renderer, clock, log, kept, Instruments) { Workers = workers };
        (renderer.Facts, renderer.Local, renderer.Present) = (() => hub.Facts, hub.Local, () => hub.Present);
        var logins = new LoginDesk(() => (hub.World, hub.Facts), info.Live, clock, hashers, workers, random ?? RandomBits.Next);
        _context = new ServerContext(info, hub, welcome, census, history, clock, log, workers, logins, new AddressLimits(info.Live, clock));
        (_support, _registration) = (welcome.SupportOf(World), Offered.RegistrationNow(info.Live.Current));
        Observe();
        _sweep = clock.CreateTimer(_ => Sweep(), null, Limits.Sweep, Limits.Sweep);
    }

    public int Connections => _sessions.Count;

    /// <summary>What can be measured here, for those who want to see it.</summary>
    public Instruments Instruments { get; } = new();

    /// <summary>How many come from where.</summary>
    public AddressLimits Places => _context.Places;

    public Hub Hub => _context.Hub;

    public World World => _context.World;

    /// <summary>How an operator has the settings read again.</summary>
    public Func<Task<Rereading>> Reread
    {
        set => _context.Reread = value;
    }

    /// <summary>How somebody has their account erased.</summary>
    public Func<AccountName, Task<Verdict>> Erase
    {
        set => _context.Erase = value;
    }

    public void Start() => _context.Hub.Start();

    /// <summary>The number of a connection that just came, by which it is named in the log from its first byte on.</summary>
    public long NextConnection() => Interlocked.Increment(ref _connections);

    /// <summary>Ends when the hub has turned once more.</summary>
    public Task SignOfLife() => _context.Hub.Turned();

    /// <summary>Serves a connection until it ends.</summary>
    public async Task Serve(ITransport transport, long number)
    {
        ArgumentNullException.ThrowIfNull(transport);
        var id = new ConnectionId(_context.Hub.Server, number);
        var session = new Session(transport, _context, id);
        _sessions[id.Number] = session;
        _context.Census.Came();
        if (_isStopping)
            session.Abort(new Ending(CloseReason.ServerStopping));
        _context.Log.LogDebug(LogEvents.Connected, "Connection {Connection} from {Address}", id.Number, transport.Address);
        try
        {
            await session.Run().ConfigureAwait(false);
        }
        finally
        {
            _sessions.TryRemove(id.Number, out _);
            _context.Census.Went(session.IsRegistered);
            _context.Log.LogDebug(LogEvents.Closed, "Connection {Connection} ended: {Why}", id.Number, session.Ending is { } end ? CloseReasons.Words(end, _context.Info.Live.Current) : "");
        }
    }

    /// <summary>Tells everybody, sends what is still to be sent, and stops deciding. A client that does not listen is left behind.</summary>
    public async Task Stop(TimeSpan patience)
    {
        _isStopping = true;
        foreach (var session in _sessions.Values)
            session.Present();
        _context.Hub.Stop();
        var ended = Task.WhenAll(_sessions.Values.Select(session => session.Ended));
        await Task.WhenAny(ended, Task.Delay(patience, _context.Clock)).ConfigureAwait(false);
        // Only those who do not read: to break a wire takes back what is on its way.
        foreach (var session in _sessions.Values.Where(session => !session.Ended.IsCompleted))
            session.Abort(new Ending(CloseReason.ServerStopping));
    }

    public void Dispose()
    {
        _sweep.Dispose();
        _context.Hub.Dispose();
        _context.History.Dispose();
        Instruments.Dispose();
    }

    private void Observe()
    {
        Instruments.Counter("chatroom.connections.accepted", "{connection}", "Connections that came", () => Volatile.Read(ref _connections));
        Instruments.Gauge("chatroom.connections", "{connection}", "Open connections", () => _sessions.Count);
        Instruments.Gauge("chatroom.sessions", "{connection}", "Open connections whose people were let in", () => _context.Census.Registered);
        Instruments.Gauge("chatroom.servers", "{server}", "Servers that share the journal and live, this one among them", () => World.Living.Count());
        Instruments.Gauge("chatroom.people", "{person}", "People who are there", () => World.People.Count);
        Instruments.Gauge("chatroom.rooms", "{room}", "Rooms that are open", () => World.Rooms.Count);
        Instruments.Gauge("chatroom.operators", "{person}", "People who act as operators of the server", () => World.OnDuty.Count);
        Instruments.Gauge("chatroom.bans", "{ban}", "Bans from the server", () => World.Bans.Count);
        Instruments.Gauge("chatroom.alarm", "1", "1 while only accounts come in", () => World.IsAlarmed ? 1 : 0);
        Instruments.Gauge("chatroom.accounts", "{account}", "Accounts that are registered", () => World.Accounts.Count);
        Instruments.Counter("chatroom.logins", "{login}", "Passwords that were right", () => _context.Logins.ProvedCount);
        Instruments.Counter("chatroom.logins.wrong", "{login}", "Passwords and proofs that were wrong", () => _context.Logins.WrongCount);
        Instruments.Counter("chatroom.logins.refused", "{login}", "Attempts that were not looked at, because there were too many", () => _context.Logins.RefusedCount);
        Instruments.Counters("chatroom.connections.refused", "{connection}", "Connections that were refused, because too many came from there", "limit", () => _context.Places.RefusedConnections);
        Instruments.Counters("chatroom.registrations.refused", "{account}", "Registrations that were refused, because too many came from there", "limit", () => _context.Places.RefusedRegistrations);
        Instruments.Gauge("chatroom.history.events", "{event}", "Events in the journal", () => World.Last.Number);
        Instruments.Gauge("chatroom.hub.queue", "{message}", "Messages that wait for the hub", () => _context.Hub.Waiting);
    }

    private void Sweep()
    {
        Announce();
        var now = _context.Clock.GetTimestamp();
        foreach (var session in _sessions.Values)
            session.Sweep(now);
        _context.Hub.Tick();
    }

    /// <summary>Settings were read again, here or by another server on the same journal: who was told otherwise hears what changed.</summary>
    private void Announce()
    {
        var (support, registration) = (_context.Welcome.SupportOf(World), Offered.RegistrationNow(_context.Info.Live.Current));
        var isNew = registration != _registration;
        // It is made once for as long as nothing changes, so each second costs a look at it.
        if (ReferenceEquals(support, _support) && !isNew)
            return;
        var tokens = Domain.Data.ValueList.Create<string>([.. support.Since(_support)]);
        (_support, _registration) = (support, registration);
        foreach (var session in _sessions.Values)
            session.Announce(tokens, isNew ? registration : null);
    }
}
