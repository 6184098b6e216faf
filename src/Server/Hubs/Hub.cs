using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using ChatRoom.Server.Seeing;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// The heart: one loop on a thread of its own, the only owner of the current world. A turn takes all letters that
/// wait, decides them one after the other, commits what happened in one go, and only then tells anybody. It never
/// waits for a client, and nobody's continuation runs on its thread.
/// </summary>
public sealed partial class Hub : IDisposable
{
    /// <summary>Events up to this level can be read here.</summary>
    private const int Level = 1;

    private readonly Mailbox<Letter> _mailbox = new();
    private readonly Roster _roster = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Thread _thread;
    private readonly IJournal _journal;
    private readonly Journaling _journaling;
    private readonly Delivery _delivery;
    private readonly IVoice _voice;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Action<World> _kept;
    private readonly Instruments _instruments;
    private volatile World _world;
    private Facts _facts = Facts.None;

    /// <param name="journal">Where events are kept; from now on only the hub's thread uses it.</param>
    /// <param name="world">The world as the journal tells it.</param>
    /// <param name="voice">Puts into bytes what clients are told.</param>
    /// <param name="clock">Gives each command its time.</param>
    /// <param name="log">Where an operator reads what went wrong.</param>
    /// <param name="kept">Is shown every world that is durable, on the hub's thread.</param>
    /// <param name="instruments">Where it counts what it does.</param>
    public Hub(
        IJournal journal, World world, IVoice voice, TimeProvider clock, ILogger log, Action<World> kept, Instruments instruments)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        (_journal, _world, _voice, _clock, _log, _kept, _instruments) = (journal, world, voice, clock, log, kept, instruments);
        _journaling = new Journaling(journal, clock, log, instruments.Tally);
        _delivery = new Delivery(voice, _roster, instruments.Tally);
        _thread = new Thread(Run) { Name = "hub", IsBackground = true };
    }

    /// <summary>The number of this start, which the rules give when it says so in the journal.</summary>
    public ServerId Server { get; private set; }

    /// <summary>The newest world that is durable. Any thread may look at it for as long as it likes.</summary>
    public World World => _world;

    /// <summary>Whether the journal takes what happens.</summary>
    public JournalState Journal => _journaling.State;

    /// <summary>Letters that wait to be taken.</summary>
    public int Waiting => _mailbox.Count;

    public void Post(params ReadOnlySpan<Letter> letters) => _mailbox.Post(letters);

    /// <summary>Says in the journal that this server begins anew, then serves.</summary>
    public void Start()
    {
        Announce();
        _thread.Start();
    }

    /// <summary>Tells everybody, and ends when that is on its way.</summary>
    public void Stop()
    {
        _stopping.Cancel();
        // An empty letter, so that the loop wakes and sees that it is over.
        _mailbox.Post(default(Letter));
        _thread.Join();
    }

    public void Dispose() => _stopping.Dispose();

    private void Announce()
    {
        var step = Rules.Take(_world, _facts, new Request(Origin.Nobody, Now(), new Command.StartServer(Level, IsAlone: true)));
        foreach (var event_ in _journal.Begin())
            throw new InvalidOperationException($"Event {event_.Sequence.Number} was appended before this server began.");
        if (_journaling.Commit(step.Events.ToArray(), _stopping.Token) is { } why)
            throw new JournalRefusedException($"the journal can't be written: {why}; make room or give it rights, and start again");
        Server = step.World.LastServer;
        Publish(step.World);
    }

    private void Run()
    {
        var letters = new List<Letter>();
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                Gather();
                _mailbox.Take(ref letters);
                letters.RemoveAll(static letter => letter.Seat is null);
                if (letters.Count > 0 || _owed.Count > 0 || _world.HasEnded || IsDue(_world, Now()))
                {
                    TakeTurn(letters);
                    _instruments.TurnSize.Record(letters.Count);
                }
                letters.Clear();
                ShowLife();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _log.LogError("The server stops without knowing whether its last events are kept; nobody was told of them");
        }
        SayFarewell();
    }

    private void Publish(World world)
    {
        _world = world;
        _kept(world);
    }

    private Timestamp Now() => new(_clock.GetUtcNow().ToUnixTimeMilliseconds());

    private void SayFarewell()
    {
        // What was still wanted does not happen, and nobody was told that it had; but everybody is told that it is over.
        var letters = new List<Letter>();
        _mailbox.Take(ref letters);
        foreach (var letter in letters.Where(static letter => letter.Seat is not null))
            _roster.Open(letter.Seat);
        _delivery.Begin();
        foreach (var seat in _roster.Seats.ToArray())
            _delivery.Close(seat, [], new Ending(CloseReason.ServerStopping));
        _delivery.Flush();
    }
}
