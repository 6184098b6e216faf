using System.Diagnostics;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>What other servers on the same journal do: it is applied, and told to the people here as what happens here is.</summary>
public sealed partial class Hub
{
    private readonly List<Outcome> _heard = [];
    private int _rung;
    private long _hasTurnSince;

    /// <summary>The journal's bell, on any thread: an empty message wakes a hub that has nothing else to do.</summary>
    private void Ring()
    {
        if (Interlocked.Exchange(ref _rung, 1) == 0)
            Post(default(HubMessage));
    }

    /// <summary>Reads what is new without the turn, a page at a time.</summary>
    private void FollowOthers()
    {
        Given given;
        do
        {
            given = _committer.Follow();
            Hear(given);
        }
        while (given.More);
    }

    /// <summary>Begins a turn in which nothing of others is unknown. Who is far behind reads before, and not while others wait.</summary>
    private Timestamp BeginTurn()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var given = _committer.Begin();
            _hasTurnSince = Stopwatch.GetTimestamp();
            Hear(given);
            if (!given.More)
            {
                _instruments.TurnWait.Record(Stopwatch.GetElapsedTime(began, _hasTurnSince).TotalSeconds);
                _ahead = _isAlone ? 0 : given.Now.Milliseconds - _clock.GetUtcNow().ToUnixTimeMilliseconds();
                return given.Now;
            }
            _committer.Abandon();
            FollowOthers();
        }
    }

    private void Hear(Given given)
    {
        if (given.IsEmpty)
            return;
        var world = _world;
        foreach (var recorded in given.Events)
        {
            var applied = StateMachine.Apply(world, recorded);
            world = applied.World;
            CompareAt(world);
            NoteSaid(recorded);
            _heard.Add(new Outcome(null, world, null, [recorded], applied.Effects));
        }
        foreach (var fact in given.Facts)
            Learn(FactKinds.Read(fact), world);
        if (given.Events.Count > 0)
            Publish(world);
        Tell(_heard);
        ArmTimer(Soonest);
        if (Server != default && !world.IsAlive(Server))
            throw new HubEndedException(CloseReason.ServerEnded, "another server on the same journal found this one silent and ended it");
    }

    private void Learn(Fact fact, World world)
    {
        _facts = _facts.With(fact);
        NoteMarker(fact, world);
    }

    /// <summary>
    /// The last turn of a server that shares its journal: the others need not wait until they miss it. A client that can come back may do so at any of
    /// them. It is one try; a journal that is away learns of the end by the silence.
    /// </summary>
    private void Leave()
    {
        if (_isAlone || Server == default || Journal == JournalState.Lost)
            return;
        try
        {
            var given = _journal.Begin();
            if (given.More)
            {
                _journal.Abandon();
                return;
            }
            var world = given.Events.Aggregate(_world, (known, recorded) => StateMachine.Apply(known, recorded).World);
            var facts = given.Facts.Aggregate(_facts, (known, fact) => known.With(FactKinds.Read(fact)));
            var step = Take(world, facts, new Request(Origin.Nobody, given.Now, new Command.EndServer(Server)));
            _journal.Commit(new TurnToKeep([.. step.Events], [.. step.Changed.Select(FactKinds.Store)], []));
            Publish(step.World);
        }
        catch (Exception away) when (away is JournalLostException or JournalRefusedException)
        {
            _log.LogWarning("The journal was not told that this server stops ({Why}); the others will notice", away.Message);
        }
    }

    /// <summary>Says that this server begins. The rules give it a number that none had before.</summary>
    private void Announce()
    {
        while (true)
        {
            var at = BeginTurn();
            var step = Take(_world, _facts, new Request(Origin.Nobody, at, new Command.StartServer(JournalLevel.Newest, _isAlone)
            {
                Name = _start.Name,
                Version = _start.Version,
                CloakKey = _start.CloakKey is { } key ? key : Option<CloakKey>.None,
            }));
            if (step.Decision is Decision.Refused { Why: Refusal.LevelTooNew level })
            {
                _committer.Abandon();
                throw new DataFolderException($"the journal has level {level.Level}, from a newer version of the server, and this one reads up to {level.Reads}; use that version");
            }
            var losses = _instruments.HubCounters.JournalLosses;
            if (_committer.Commit(new TurnToKeep([.. step.Events], [.. step.Changed.Select(FactKinds.Store)], [])) is not { } why)
            {
                (Server, _facts) = (step.World.LastServer, step.Facts);
                Publish(step.World);
                ArmTimer(Soonest);
                return;
            }
            // A turn that was lost and is not there is simply tried again: others may have begun meanwhile.
            if (losses == _instruments.HubCounters.JournalLosses)
                throw new JournalRefusedException($"the journal can't be written: {why}; make room or give it rights, and start again");
        }
    }
}
