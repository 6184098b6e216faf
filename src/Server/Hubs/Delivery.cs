using System.Buffers;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Server.Monitoring;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Carries out effects: from the kept events of a turn to bytes in outboxes, and from there to the clients. All of it
/// happens on the hub's thread and none of it waits for anybody.
/// </summary>
public sealed partial class Delivery(ILineRenderer renderer, MembershipIndex membership, HubCounters counters)
{
    private readonly List<LocalConnection> _noted = [];
    private readonly List<OutboxItem> _labelled = [];
    private readonly ArrayBufferWriter<byte> _scratch = new();
    private readonly Renderings _renderings = new(renderer);
    private readonly Watchlist _watchlist = new();
    private LocalConnection? _labelling;
    private string _label = "";
    private long _broadcast;

    /// <summary>The world of the outcome before: what happens is told in order.</summary>
    private World _before = World.Empty;

    /// <summary>Connections that have to end, as a part of no turn yet.</summary>
    private readonly List<(LocalConnection Connection, Ending End)> _expelled = [];

    /// <summary>Those that were closed in this turn: who sent them away may want to know from where they came.</summary>
    private readonly Dictionary<ConnectionId, LocalConnection> _gone = [];

    /// <summary>How many connections heard of the event that is being told.</summary>
    private int _told;

    public void Begin()
    {
        renderer.Clear();
        _renderings.Clear();
        _gone.Clear();
    }

    /// <summary>A connection that was closed in this turn; null for any other.</summary>
    public LocalConnection? Gone(ConnectionId connection) => _gone.GetValueOrDefault(connection);

    public void Deliver(in Outcome outcome)
    {
        var message = outcome.Message;
        if (message is { Label: { } label })
            (_labelling, _label) = (message.Value.Connection, label);
        _renderings.World = outcome.World;
        if (message is { Request: HubRequest.Submit { Done: { } done }, Connection: { } asker } && outcome.Decision is Decision.Accepted)
            Add(asker, renderer.Reply(asker, done, outcome.World));
        foreach (var effect in outcome.Effects)
            Carry(effect, outcome.World);
        _origins = 0;
        foreach (var what in outcome.Events)
        {
            counters.Count(what.Event);
            renderer.Note(what, _before);
            TellFollowUp(what, outcome.World);
            TellWatchers(what, outcome.World);
            TellOfNewcomer(what, outcome.World);
        }
        _before = outcome.World;
        if (message is { } answered)
            Answer(answered, outcome);
        if (message is { IsLast: true })
            FinishLabel();
    }

    /// <summary>Sends everything that was noted. Returns the connections whose clients are too far behind.</summary>
    public List<LocalConnection> Flush()
    {
        var behind = new List<LocalConnection>();
        foreach (var connection in _noted)
        {
            connection.Outbox.IsNoted = false;
            if (!connection.Outbox.Flush(renderer, _scratch))
                behind.Add(connection);
        }
        _noted.Clear();
        return behind;
    }

    /// <summary>Those who have to go since this was asked last.</summary>
    public IReadOnlyList<(LocalConnection Connection, Ending End)> TakeExpelled()
    {
        if (_expelled.Count == 0)
            return [];
        var all = _expelled.Where(one => !one.Connection.Outbox.IsClosed).ToArray();
        _expelled.Clear();
        return all;
    }

    public void CutOff(LocalConnection connection, Ending end)
    {
        counters.SlowReaders++;
        connection.Outbox.CutOff(renderer.Read(renderer.Farewell(end)));
        connection.Client.Hurry(end);
    }

    /// <summary>The connection is told why, and ends when that is sent.</summary>
    public void Close(LocalConnection connection, IEnumerable<RoomId> rooms, Ending end)
    {
        Add(connection, renderer.Farewell(end));
        if (ReferenceEquals(connection, _labelling))
            FinishLabel();
        Note(connection);
        connection.Outbox.Close();
        connection.Client.Hurry(end);
        membership.Close(connection, rooms);
        _watchlist.Clear(connection);
        Subscribe(connection, []);
    }

    private void Carry(Effect effect, World world)
    {
        switch (effect)
        {
            case Effect.TellRoom { What.Event: Event.MetadataSet or Event.MetadataCleared } tell:
                TellSubscribers(membership.In(tell.Room), tell.What, world);
                break;
            case Effect.TellPeers { What.Event: Event.MetadataSet or Event.MetadataCleared } tell:
                TellSubscribers(tell, world);
                break;
            case Effect.TellRoom tell:
                TellRoom(tell, world);
                CountTold(tell.What);
                break;
            case Effect.TellEach tell:
                foreach (var connection in membership.In(tell.Room))
                    Add(connection, renderer.TellOne(connection, tell.What, world));
                break;
            case Effect.Tell tell:
                foreach (var connection in membership.Of(tell.Person))
                    HearInPrivate(connection, tell.What);
                CountTold(tell.What);
                break;
            case Effect.TellPeers tell:
                TellPeers(tell);
                CountTold(tell.What);
                break;
            case Effect.Enter enter:
                membership.Enter(enter.Person, enter.Room);
                break;
            case Effect.Exit exit:
                membership.Exit(exit.Person, exit.Room);
                break;
            case Effect.Admit admit:
                Admit(admit, world);
                break;
            case Effect.Expel expel:
                foreach (var connection in Meant(expel.Of, world))
                {
                    if (connection.Person is not { } person || !world.OnDuty.Contains(person))
                        _expelled.Add((connection, expel.End));
                }
                break;
            case Effect.Unite unite:
                Unite(unite, world);
                break;
            case Effect.Close close:
                if (membership.Find(close.Connection) is { } closed)
                {
                    _gone[close.Connection] = closed;
                    Close(closed, RoomsOf(closed, world), close.End);
                }
                break;
        }
    }

    private IEnumerable<LocalConnection> Meant(BanTarget of, World world) => of is BanTarget.OfRange range
        ? membership.Within(range.Range)
        : membership.Connections.Where(connection => connection.Person is { } id && world.People.Find(id).TryGet(out var person) && of.Means(person.Who));

    private void CountTold(Recorded what)
    {
        counters.CountTold(what.Event, _told);
        _told = 0;
    }

    private void Admit(Effect.Admit admit, World world)
    {
        if (membership.Find(admit.Connection) is not { } connection || !world.People.Find(admit.Person).TryGet(out var person))
            return;
        membership.Admit(connection, person);
        connection.Since = world.Now;
        connection.Client.Admitted(true);
    }

    private void Answer(HubMessage message, in Outcome outcome)
    {
        var connection = message.Connection!;
        switch (message.Request)
        {
            case HubRequest.Nothing:
                break;
            case HubRequest.Render render:
                Add(connection, renderer.Reply(connection, render.Question, outcome.World));
                break;
            case HubRequest.SetDelivery listen:
                connection.DeliveryOptions = listen.DeliveryOptions;
                Add(connection, renderer.Reply(connection, listen.Question, outcome.World));
                break;
            case HubRequest.Watch watch:
                Watch(connection, watch);
                break;
            case HubRequest.Subscribe subscribe:
                Subscribe(connection, subscribe.Keys);
                break;
            case HubRequest.Query ask:
                // It says by itself when it is answered: when its last page is read.
                Add(connection, renderer.Answer(connection, ask.Question, outcome.World));
                return;
            case HubRequest.Disconnect hangUp:
                // Undecided: nobody was let in here, or the journal takes the departure later. The wire ends now, and
                // the connection is given up even if its client was gone before.
                if (outcome.Decision is null && membership.Find(connection.Id) is not null)
                    Close(connection, RoomsOf(connection, outcome.World), hangUp.End);
                break;
            case HubRequest.Submit act:
                Answer(connection, act.Command, outcome);
                break;
            case HubRequest.Hear or null:
                throw new InvalidOperationException("Nobody wished for anything, so nobody is to be answered.");
        }
        Answered(connection);
    }

    /// <summary>Around the label, because it is no part of the answer.</summary>
    private void Answered(LocalConnection connection)
    {
        if (!connection.Outbox.IsBehind)
        {
            connection.Client.Answered();
            return;
        }
        connection.Outbox.Add(new FlushMarker { Asker = connection.Client });
        Note(connection);
    }

    private void Answer(LocalConnection connection, Command command, in Outcome outcome)
    {
        if (outcome.Fault is not null)
            Close(connection, RoomsOf(connection, outcome.World), new Ending(CloseReason.ServerFailed));
        else if (outcome.NotKept is { } why)
            NotKept(connection, command, outcome.World, why);
        else if (outcome.Decision is Decision.Refused refused)
        {
            Refuse(connection, command, outcome.World, refused.Why);
            if (refused.Why is Refusal.ServerBanned banned)
                _expelled.Add((connection, new Ending(CloseReason.Banned, banned.Ban.Reason.Text)));
            else if (refused.Why is Refusal.AccountsOnly)
                _expelled.Add((connection, new Ending(CloseReason.AccountsOnly)));
            else if (refused.Why is Refusal.TooManyDevices many && connection.Person is null)
                _expelled.Add((connection, new Ending(CloseReason.TooManyConnections, $"{many.Most} connections of your account are here, which is the most")));
        }
        else if (outcome.Decision is Decision.AlreadySaid said && connection.DeliveryOptions.EchoMessage)
            Add(connection, renderer.Again(connection, said.First));
        if (command is Command.Connect && connection.Person is null)
            connection.Client.Admitted(false);
    }

    private void NotKept(LocalConnection connection, Command command, World world, string why)
    {
        counters.CountNotKept();
        Add(connection, renderer.NotKept(connection, world, command, why));
    }

    private void Refuse(LocalConnection connection, Command command, World world, Refusal why)
    {
        counters.Count(why);
        Add(connection, renderer.Refuse(connection, world, command, why));
    }

    private static IEnumerable<RoomId> RoomsOf(LocalConnection connection, World world) => connection.Person is { } person
        ? world.People.Find(person).Map(found => found.Rooms.AsEnumerable()).IfNone([])
        : [];
}
