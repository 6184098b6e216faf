using System.Diagnostics;
using System.Runtime.InteropServices;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Codec;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>A turn: what waited is decided, kept, and told.</summary>
public sealed partial class Hub
{
    /// <summary>So much is decided in a turn at most, in messages and in time: others on the same journal wait for it.</summary>
    private const int MostMessages = 512;

    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(10);

    private readonly List<Outcome> _outcomes = [];
    private readonly List<Recorded> _events = [];
    private readonly List<StoredFact> _changed = [];

    /// <summary>Messages that wait for a turn, in order.</summary>
    private readonly List<HubMessage> _queue = [];

    /// <summary>The messages of the turn that is under way.</summary>
    private readonly List<HubMessage> _taken = [];

    /// <summary>Departures that the journal has not taken yet. They can't be refused, so they come first in the next turn.</summary>
    private readonly List<HubMessage> _pendingDepartures = [];

    private List<HubMessage> _arrived = [];
    private long _turns;

    private void TakeTurn()
    {
        var acts = _pendingDepartures.Count > 0 || _world.HasEnded || _queue.Exists(static message => message.NeedsJournal);
        var at = acts ? BeginTurn() : Now;
        // What came while others had the turn is in this one too: fewer turns, and each delivery carries more.
        if (acts)
            TakeLetters();
        EndWaiting();
        var (world, facts) = (_world, _facts);
        var owed = acts ? _pendingDepartures.Count : 0;
        if (acts && world.HasEnded)
            (world, facts) = DecideOwn(new Command.ClearEnded(), world, facts, at);
        for (var i = 0; i < owed; i++)
            (world, facts) = Decide(_pendingDepartures[i], world, facts, at);
        // Their sessions had their answer when the journal refused; now only the others hear of it.
        foreach (ref var outcome in CollectionsMarshal.AsSpan(_outcomes)[^owed..])
            outcome = outcome with { Message = null };
        var firstNew = _outcomes.Count;
        (world, facts) = DecideQueue(world, facts, at);
        EndIfDifferent();
        var refused = acts ? Keep() : null;
        if (refused is null)
        {
            _pendingDepartures.RemoveRange(0, owed);
            _facts = facts;
            CompareWithin(_world);
            if (_events.Count > 0)
                Publish(world);
            _events.ForEach(NoteSaid);
            SendSigns();
        }
        else
        {
            TakeBack(firstNew - owed, refused);
        }
        AnswerOrders(refused);
        _isRefused = refused is not null;
        _events.Clear();
        _changed.Clear();
        _signalled.Clear();
        Tell(_outcomes);
        _instruments.TurnSize.Record(_taken.Count);
        ArmTimer(_taken.Exists(static message => message.Connection is null) ? RetryDepartures : Soonest);
        _taken.Clear();
    }

    /// <summary>Takes messages off the queue until there is none or the turn is long enough. What came of one command stays together.</summary>
    private (World, Facts) DecideQueue(World world, Facts facts, Timestamp at)
    {
        var began = _clock.GetTimestamp();
        _turns++;
        foreach (ref readonly var message in CollectionsMarshal.AsSpan(_queue))
        {
            _taken.Add(message);
            (world, facts) = Decide(message, world, facts, at);
            if (message.IsLast && (_taken.Count >= MostMessages || (_taken.Count % 16 == 0 && _clock.GetElapsedTime(began) > MostTime)))
                break;
        }
        _queue.RemoveRange(0, _taken.Count);
        return (world, facts);
    }

    /// <summary>What nobody asks for: connections of servers that ended are cleared, a bounded number a turn.</summary>
    private (World, Facts) DecideOwn(Command command, World world, Facts facts, Timestamp at)
    {
        var step = Take(world, facts, new Request(Origin.Nobody, at, command));
        NoteOrder(command, step.Decision);
        Note(step);
        if (step.Decision is Decision.Refused { Why: Refusal.WorldsDiffer differs })
            Differs(differs.Other);
        if (!step.Events.IsEmpty)
            _outcomes.Add(new Outcome(null, step.World, step.Decision, step.Events, step.Effects));
        return (step.World, step.Facts);
    }

    private static AccountRef? AccountOf(World world, LocalConnection connection) =>
        world.Person(connection.Id).TryGet(out var person) && person.Who.Account.TryGet(out var account) ? account : null;

    private (World, Facts) Decide(in HubMessage message, World world, Facts facts, Timestamp at)
    {
        if (message.Connection is not { } connection)
        {
            if (message.Request is HubRequest.Hear heard)
                TakeSign(heard.Sign, world);
            return message.Request is HubRequest.Submit own ? DecideOwn(own.Command, world, facts, at) : (world, facts);
        }
        connection.LastTurn = _turns;
        _membership.Open(connection);
        var command = message.Request switch
        {
            HubRequest.Submit act => act.Command,
            // Only somebody who was let in departs; from anybody else a wire is merely taken away.
            HubRequest.Disconnect hangUp when world.Connections.ContainsKey(connection.Id) => new Command.Quit(hangUp.End),
            _ => null,
        };
        // Nothing can happen any more over a connection that is closed, except that its person departs.
        if (command is null || (connection.Outbox.IsClosed && command is not Command.Quit))
        {
            _outcomes.Add(new Outcome(message, world, null, [], []));
            return (world, facts);
        }
        try
        {
            var step = Take(world, facts, new Request(new Origin(connection.Id, connection.Address, AccountOf(world, connection)), at, command));
            Note(step);
            _outcomes.Add(new Outcome(message, step.World, step.Decision, step.Events, step.Effects));
            return (step.World, step.Facts);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The old world stands, so this costs the one command and its connection.
            _instruments.HubCounters.Failures++;
            _log.LogError(fault, "The rules failed on {Command} of connection {Connection}", command.GetType().Name, connection.Id.Number);
            _outcomes.Add(new Outcome(message, world, null, [], []) { Fault = fault });
            return (world, facts);
        }
    }

    private void Note(Step step)
    {
        foreach (var recorded in step.Events)
        {
            if (recorded.Event.IsKept)
                _events.Add(recorded);
            else if (recorded.Event is Event.Signalled)
                _signalled.Add(recorded);
        }
        foreach (var fact in step.Changed)
            _changed.Add(FactKinds.Store(fact));
    }

    private string? Keep()
    {
        if (_events.Count == 0 && _changed.Count == 0)
        {
            _committer.Abandon();
            _instruments.HubCounters.TurnsEmpty++;
            _instruments.TurnHold.Record(Stopwatch.GetElapsedTime(_hasTurnSince).TotalSeconds);
            return null;
        }
        var forget = _events.Exists(static recorded => recorded.Event is Event.Forgotten)
            ? _events.Select(recorded => recorded.Event).OfType<Event.Forgotten>().Select(forgotten => forgotten.What).ToArray()
            : [];
        var began = Stopwatch.GetTimestamp();
        _isCommitting = true;
        try
        {
            return _committer.Commit(new TurnToKeep(_events, _changed, forget));
        }
        finally
        {
            _isCommitting = false;
            _instruments.CommitTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            _instruments.TurnHold.Record(Stopwatch.GetElapsedTime(_hasTurnSince).TotalSeconds);
            _instruments.HubCounters.TurnsKept++;
        }
    }

    /// <summary>
    /// The turn did not happen: the world is the old one, nothing of it is told, and who wanted something of it hears
    /// that it was not kept. What needs no journal is answered from the old world.
    /// </summary>
    private void TakeBack(int first, string why)
    {
        _outcomes.RemoveRange(first, _outcomes.Count - first);
        // Also what the server decided by itself did not happen; it is decided again.
        _outcomes.RemoveAll(static outcome => outcome.Message is null);
        foreach (var message in _taken)
        {
            if (message.Connection is not { } connection)
                continue;
            if (message.Request is HubRequest.Disconnect && _world.Connections.ContainsKey(connection.Id))
                _pendingDepartures.Add(message);
            _outcomes.Add(new Outcome(message, _world, null, [], []) { NotKept = message.Request is HubRequest.Submit ? why : null });
        }
    }

    private void Tell(List<Outcome> outcomes)
    {
        _delivery.Begin();
        foreach (ref readonly var outcome in CollectionsMarshal.AsSpan(outcomes))
        {
            _delivery.Deliver(outcome);
            // A departure on which the rules fail is not tried again: it would fail for ever.
            if (outcome is { Fault: not null, Message: { Request: HubRequest.Submit } failed })
                Post(new HubMessage(failed.Connection, new HubRequest.Disconnect(new Ending(CloseReason.ServerFailed))));
        }
        outcomes.Clear();
        foreach (var (connection, end) in _delivery.TakeExpelled())
            Post(new HubMessage(connection, new HubRequest.Disconnect(end)));
        foreach (var connection in _delivery.Flush())
        {
            var reason = new Ending(CloseReason.ReadTooSlowly);
            _log.LogWarning(LogEvents.SlowReader, "Connection {Connection} is closed: its client reads too slowly", connection.Id.Number);
            _delivery.CutOff(connection, reason);
            Post(new HubMessage(connection, new HubRequest.Disconnect(reason)));
        }
    }
}
