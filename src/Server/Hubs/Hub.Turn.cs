using System.Diagnostics;
using ChatRoom.Domain;
using ChatRoom.Server.Seeing;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>A turn: what waited is decided, kept, and told.</summary>
public sealed partial class Hub
{
    private readonly List<Outcome> _outcomes = [];
    private readonly List<Recorded> _events = [];

    /// <summary>Departures that the journal has not taken yet. They can't be refused, so they come first in the next turn.</summary>
    private readonly List<Letter> _owed = [];

    private void TakeTurn(List<Letter> letters)
    {
        var now = Now();
        var isDue = _world.HasEnded || IsDue(_world, now);
        var acts = isDue || _owed.Count > 0 || letters.Exists(static letter => letter.Wish is Wish.Act or Wish.HangUp);
        var world = acts ? CatchUp(_world) : _world;
        var facts = _facts;
        if (isDue)
            (world, facts) = DecideOwn(world, facts, now);
        foreach (var owed in _owed)
            (world, facts) = Decide(owed, world, facts, now);
        // Their sessions had their answer when the journal refused; now only the others hear of it.
        foreach (ref var outcome in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_outcomes)[^_owed.Count..])
            outcome = outcome with { Letter = null };
        var firstNew = _outcomes.Count;
        foreach (var letter in letters)
            (world, facts) = Decide(letter, world, facts, now);
        var refused = acts ? Keep() : null;
        if (refused is null)
        {
            _owed.Clear();
            _facts = facts;
            if (_events.Count > 0)
                Publish(world);
        }
        else
        {
            TakeBack(letters, firstNew, refused);
        }
        Tell();
        _outcomes.Clear();
        _events.Clear();
    }

    /// <summary>What other servers appended since the last turn comes first, as it does in the journal.</summary>
    private World CatchUp(World world)
    {
        foreach (var recorded in _journal.Begin())
        {
            var applied = Evolution.Apply(world, recorded);
            world = applied.World;
            _outcomes.Add(new Outcome(null, world, null, [recorded], applied.Effects));
        }
        if (_outcomes.Count > 0)
            Publish(world);
        return world;
    }

    private static bool IsDue(World world, Timestamp now) => world.NextDue.Exists(due => due.CompareTo(now) <= 0);

    /// <summary>What nobody asks for: connections of ended servers are cleared, a bounded number a turn, and stays end.</summary>
    private (World, Facts) DecideOwn(World world, Facts facts, Timestamp now)
    {
        foreach (var command in (Command[])[new Command.ClearEnded(), new Command.Expire()])
        {
            var step = Rules.Take(world, facts, new Request(Origin.Nobody, now, command));
            _events.AddRange(step.Events.Where(recorded => recorded.Event.IsKept));
            if (!step.Events.IsEmpty)
                _outcomes.Add(new Outcome(null, step.World, step.Decision, step.Events, step.Effects));
            (world, facts) = (step.World, step.Facts);
        }
        return (world, facts);
    }

    private (World, Facts) Decide(Letter letter, World world, Facts facts, Timestamp now)
    {
        _roster.Open(letter.Seat);
        var command = letter.Wish switch
        {
            Wish.Act act => act.Command,
            // Only somebody who was let in departs; from anybody else a wire is merely taken away.
            Wish.HangUp hangUp when world.Connections.ContainsKey(letter.Seat.Id) => new Command.Quit(hangUp.End),
            _ => null,
        };
        // Nothing can happen any more over a connection that is closed, except that its person departs.
        if (command is null || (letter.Seat.Outbox.IsClosed && command is not Command.Quit))
        {
            _outcomes.Add(new Outcome(letter, world, null, [], []));
            return (world, facts);
        }
        try
        {
            var step = Rules.Take(world, facts, new Request(Origin.Of(letter.Seat.Id), now, command));
            foreach (var recorded in step.Events)
            {
                if (recorded.Event.IsKept)
                    _events.Add(recorded);
            }
            _outcomes.Add(new Outcome(letter, step.World, step.Decision, step.Events, step.Effects));
            return (step.World, step.Facts);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The old world stands, so this costs the one command and its connection.
            _instruments.Tally.Failures++;
            _log.LogError(fault, "The rules failed on {Command} of connection {Connection}", command.GetType().Name, letter.Seat.Id.Number);
            _outcomes.Add(new Outcome(letter, world, null, [], []) { Fault = fault });
            return (world, facts);
        }
    }

    private string? Keep()
    {
        if (_events.Count == 0)
        {
            _journal.Abandon();
            return null;
        }
        var began = Stopwatch.GetTimestamp();
        var refused = _journaling.Commit(_events, _stopping.Token);
        _instruments.CommitTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return refused;
    }

    /// <summary>
    /// The turn did not happen: the world is the old one, nothing of it is told, and who wanted something of it hears
    /// that it was not kept. What needs no journal is answered from the old world.
    /// </summary>
    private void TakeBack(List<Letter> letters, int firstNew, string why)
    {
        _outcomes.RemoveRange(firstNew - _owed.Count, _outcomes.Count - (firstNew - _owed.Count));
        foreach (var letter in letters)
        {
            if (letter.Wish is Wish.HangUp && _world.Connections.ContainsKey(letter.Seat.Id))
                _owed.Add(letter);
            _outcomes.Add(new Outcome(letter, _world, null, [], [])
            {
                NotKept = letter.Wish is Wish.Act ? why : null,
            });
        }
    }

    private void Tell()
    {
        _delivery.Begin();
        foreach (ref readonly var outcome in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_outcomes))
        {
            _delivery.Deliver(outcome);
            // A departure on which the rules fail is not tried again: it would fail for ever.
            if (outcome is { Fault: not null, Letter: { Wish: Wish.Act } failed })
                Post(new Letter(failed.Seat, new Wish.HangUp(new Ending(CloseReason.ServerFailed))));
        }
        foreach (var seat in _delivery.Flush())
        {
            var reason = new Ending(CloseReason.ReadTooSlowly);
            _log.LogWarning(LogEvents.SlowReader, "Connection {Connection} is closed: its client reads too slowly", seat.Id.Number);
            _delivery.CutOff(seat, reason);
            Post(new Letter(seat, new Wish.HangUp(reason)));
        }
    }
}
