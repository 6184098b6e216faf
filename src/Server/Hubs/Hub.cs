using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal;
using ChatRoom.Server.Monitoring;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// The heart: one loop on a thread of its own, the only owner of the current world. A turn takes all messages that
/// wait, decides them one after the other, commits what happened in one go, and only then tells anybody. It never
/// waits for a client, and nobody's continuation runs on its thread. While it waits for the journal, its state is lent to
/// another thread that serves what needs no journal (Hub.Away.cs).
/// </summary>
public sealed partial class Hub : IDisposable
{
    private readonly Mailbox<HubMessage> _mailbox = new();
    private readonly MembershipIndex _membership = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<string> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IJournal _journal;
    private readonly TurnCommitter _committer;
    private readonly Delivery _delivery;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Action<World> _kept;
    private readonly Instruments _instruments;
    private readonly bool _isAlone;
    private readonly HubStart _start;
    private readonly ITimer _due;
    private volatile World _world;
    private Facts _facts;
    private Thread? _thread;
    private Thread? _deputy;

    /// <param name="journal">Where events are kept; from now on only the hub uses it.</param>
    /// <param name="start">What the journal tells.</param>
    /// <param name="renderer">Puts into bytes what clients are told.</param>
    /// <param name="clock">For waiting and for timers. The moment of a command comes from the journal, with the turn.</param>
    /// <param name="log">Where an operator reads what went wrong.</param>
    /// <param name="kept">Is shown every world that is durable, on the hub's thread.</param>
    /// <param name="instruments">Where it counts what it does.</param>
    public Hub(
        IJournal journal, HubStart start, ILineRenderer renderer, TimeProvider clock, ILogger log, Action<World> kept, Instruments instruments)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(instruments);
        (_journal, _clock, _log, _kept, _instruments) = (journal, clock, log, kept, instruments);
        (_world, _facts, _isAlone, _comparesEach, _start) = (start.World, start.Facts, start.IsAlone, start.ComparesEach, start);
        _committer = new TurnCommitter(journal, this, clock, log, instruments.HubCounters);
        _delivery = new Delivery(renderer, _membership, instruments.HubCounters);
        _due = clock.CreateTimer(static hub => ((Hub)hub!).Post(HubMessage.FromServer(new Command.Expire())), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        journal.Appended += Ring;
        if (journal.Signs is { } signs)
            signs.Heard += HearSign;
    }

    /// <summary>The number of this start, which the rules give when it says so in the journal.</summary>
    public ServerId Server { get; private set; }

    /// <summary>The newest world that is durable. Any thread may look at it for as long as it likes.</summary>
    public World World => _world;

    /// <summary>The facts that belong to it, or to one just before it. From any thread too.</summary>
    public Facts Facts => Volatile.Read(ref _facts);

    /// <summary>A connection that this server holds; null for any other. For who renders, which is the hub's own thread.</summary>
    public LocalConnection? Local(ConnectionId connection) => _membership.Find(connection) ?? _delivery.Gone(connection);

    /// <summary>How many people are here over a connection of this server. From any thread.</summary>
    public int Present => _membership.People;

    /// <summary>Whether the journal takes what happens. From any thread.</summary>
    public JournalState Journal => IsAwayFor(Limits.JournalMissed) ? JournalState.Lost : _committer.State;

    /// <summary>Ends, with a line for the operator, when this server can't go on by itself.</summary>
    public Task<string> Failed => _failed.Task;

    /// <summary>When it failed: another start goes on from what the journal knows. Nothing is wrong with the journal, and nothing with the program.</summary>
    public bool IsOverOnlyHere { get; private set; }

    /// <summary>
    /// Whether a step has something to do. The bell counts by itself: the message that it posts may have been taken while the journal was away.
    /// </summary>
    public bool HasWork => Waiting > 0 || _pendingDepartures.Count > 0 || Volatile.Read(ref _rung) != 0 || _world.HasEnded;

    /// <summary>Messages that wait to be taken.</summary>
    public int Waiting => _mailbox.Count + _queue.Count;

    public void Post(params ReadOnlySpan<HubMessage> messages)
    {
        _mailbox.Post(messages);
        WakeDeputy();
    }

    /// <summary>Is shown what is decided, on the hub's thread, before anybody knows whether it is kept. For a simulator.</summary>
    public Action<Request, Decision>? Decided { get; set; }

    /// <summary>Says in the journal that this server begins anew, then serves on threads of its own.</summary>
    public void Start()
    {
        Begin();
        _thread = new Thread(Run) { Name = "hub", IsBackground = true };
        _thread.Start();
        _deputy = new Thread(ServeWhenAway) { Name = "hub-away", IsBackground = true };
        _deputy.Start();
    }

    /// <summary>Says in the journal that this server begins anew. Who drives a hub without threads, as a simulator does, calls <see cref="Step"/> then.</summary>
    public void Begin()
    {
        lock (_baton)
            Announce();
    }

    /// <summary>Takes what waits, and makes a turn of it. False if there was nothing to do. The loop's own step.</summary>
    public bool Step()
    {
        lock (_baton)
        {
            TakeLetters();
            var isNews = Interlocked.Exchange(ref _rung, 0) != 0;
            if (isNews)
                FollowOthers();
            var hasTurn = _queue.Count > 0 || _pendingDepartures.Count > 0 || _world.HasEnded;
            if (hasTurn)
                TakeTurn();
            ShowLife();
            return isNews || hasTurn;
        }
    }

    /// <summary>Tells everybody, and ends when that is on its way.</summary>
    public void Stop()
    {
        _stopping.Cancel();
        // An empty message, so that the loop wakes and sees that it is over.
        _mailbox.Post(default(HubMessage));
        _isWanted.Set();
        if (_thread is null)
            SayFarewell(new Ending(CloseReason.ServerStopping));
        else
            _thread.Join();
        _deputy?.Join();
    }

    /// <summary>A step, and the farewell of a hub that can't go on. False when it is over.</summary>
    public bool TryStep()
    {
        try
        {
            Step();
            return true;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _log.LogError("The server stops without knowing whether its last events are kept; nobody was told of them");
            SayFarewell(new Ending(CloseReason.ServerStopping));
        }
        catch (Exception ended) when (ended is HubEndedException or JournalForkedException or UnreadableEventException)
        {
            _log.LogError("The server stops: {Why}", ended.Message);
            IsOverOnlyHere = ended is JournalForkedException or HubEndedException { Why: CloseReason.ServerEnded };
            _failed.TrySetResult(ended.Message);
            SayFarewell(ended switch
            {
                HubEndedException known => new Ending(known.Why),
                JournalForkedException fork => new Ending(CloseReason.JournalLost, LostBy(fork)),
                // What a newer version wrote is there, and only not for this one.
                _ => new Ending(CloseReason.ServerStopping),
            });
        }
        return false;
    }

    public void Dispose()
    {
        _journal.Appended -= Ring;
        if (_journal.Signs is { } signs)
            signs.Heard -= HearSign;
        _due.Dispose();
        _stopping.Dispose();
        _isWanted.Dispose();
    }

    private void Run()
    {
        while (!_stopping.IsCancellationRequested)
        {
            Gather();
            if (!TryStep())
                return;
        }
        SayFarewell(new Ending(CloseReason.ServerStopping));
        Leave();
    }

    /// <summary>The rules' one way in.</summary>
    private Step Take(World world, Facts facts, in Request request)
    {
        // Who comes from where, only the server knows that holds the connection.
        var command = request.Command is Command.Ban { Of: BanTarget.OfRange range } ban
            ? ban with { Known = [.. _membership.Within(range.Range).Select(connection => connection.Id)] }
            : request.Command;
        var step = StateMachine.Take(world, facts, request with { Command = command });
        Decided?.Invoke(request, step.Decision);
        return step;
    }

    private void TakeLetters()
    {
        _mailbox.Take(ref _arrived);
        foreach (var message in _arrived)
        {
            if (message.Request is not null)
                _queue.Add(message);
        }
        _arrived.Clear();
    }

    private void Publish(World world)
    {
        _world = world;
        _kept(world);
    }

    private void SayFarewell(Ending end)
    {
        lock (_baton)
            Farewell(end);
    }

    private void Farewell(Ending end)
    {
        // What was still wanted does not happen, and nobody was told that it had; but everybody is told that it is over.
        TakeLetters();
        foreach (var message in _queue)
        {
            if (message.Connection is { } connection)
                _membership.Open(connection);
        }
        _queue.Clear();
        EndOrders();
        _delivery.Begin();
        foreach (var connection in _membership.Connections.ToArray())
            _delivery.Close(connection, [], end);
        _delivery.Flush();
    }
}

/// <summary>From where a hub begins: what recovery made of the journal, and whether nobody else can have it.</summary>
/// <param name="World">The world up to what the journal has given.</param>
/// <param name="Facts">The facts likewise.</param>
/// <param name="IsAlone">The journal is this server's alone, so whatever server the world still knows has ended.</param>
public sealed record HubStart(World World, Facts Facts, bool IsAlone = true)
{
    /// <summary>At each event whose number is a multiple of this, servers that share a journal compare their worlds.</summary>
    public long ComparesEach { get; init; } = 16_384;

    /// <summary>What the server is called, and its program: others on the journal know it by that.</summary>
    public string Name { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>The key for cloaks that it brings, if the journal has none yet. Without one people have no other host than they are given.</summary>
    public CloakKey? CloakKey { get; init; }
}

/// <summary>This server can't go on, for a reason that its people and its operator are told.</summary>
public sealed class HubEndedException(CloseReason why, string message) : Exception(message)
{
    public CloseReason Why { get; } = why;
}
