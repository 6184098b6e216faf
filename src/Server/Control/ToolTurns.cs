using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Codec;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Control;

/// <summary>
/// A tool's own turns on a journal: without a server in a folder, or among the servers that share it. Those hear the bell, apply what happened, and
/// tell their people, as of each other. It is no server itself: it has no number, no people, and nobody misses it.
/// </summary>
internal sealed class ToolTurns(IJournal journal, World world, Facts facts)
{
    /// <summary>Each takes a second or two while the journal is away.</summary>
    private const int Tries = 10;

    public World World { get; private set; } = world;

    public Facts Facts { get; private set; } = facts;

    /// <exception cref="JournalLostException">The journal is away, and what became of the turn is not known.</exception>
    /// <exception cref="JournalForkedException">It lost events meanwhile.</exception>
    public Verdict Take(Command order)
    {
        for (var tries = 1; ; tries++)
        {
            Step? step = null;
            try
            {
                var now = Begin();
                step = StateMachine.Take(World, Facts, new Request(Origin.Nobody, now, order));
                return Keep(step);
            }
            catch (JournalLostException) when (tries < Tries)
            {
                // Whatever was lost before the last statement is not there, and is taken anew.
                if (IsKept(tries) && step is not null)
                    return Done(step);
            }
        }
    }

    private Timestamp Begin()
    {
        while (true)
        {
            var given = journal.Begin();
            Hear(given);
            if (!given.More)
                return given.Now;
            journal.Abandon();
            do
                Hear(given = journal.Follow());
            while (given.More);
        }
    }

    private void Hear(Given given)
    {
        World = given.Events.Aggregate(World, (known, recorded) => StateMachine.Apply(known, recorded).World);
        Facts = given.Facts.Aggregate(Facts, (known, fact) => known.With(FactKinds.Read(fact)));
    }

    private Verdict Keep(Step step)
    {
        if (step.Decision is Decision.Refused refused)
        {
            journal.Abandon();
            return new Verdict.Refused(refused.Why);
        }
        var events = step.Events.Where(recorded => recorded.Event.IsKept).ToArray();
        try
        {
            journal.Commit(new TurnToKeep(
                events, [.. step.Changed.Select(FactKinds.Store)], [.. events.Select(recorded => recorded.Event).OfType<Event.Forgotten>().Select(forgotten => forgotten.What)]));
            return Done(step);
        }
        catch (JournalRefusedException full)
        {
            return new Verdict.NotKept(full.Message);
        }
    }

    private Verdict.Done Done(Step step)
    {
        World = step.World;
        Facts = step.Changed.Aggregate(Facts, (before, fact) => before.With(fact));
        return new Verdict.Done { Events = [.. step.Events.Select(recorded => recorded.Event)] };
    }

    private bool IsKept(int tries)
    {
        while (true)
        {
            try
            {
                var known = journal.Last;
                return journal.Reopen() switch
                {
                    Fate.Kept => true,
                    Fate.Nothing or Fate.NotKept => false,
                    Fate.Forked forked => throw new JournalForkedException(forked.Agreed, known),
                };
            }
            catch (JournalLostException) when (tries++ < Tries)
            {
                // It is being promoted, or started again.
            }
        }
    }
}
