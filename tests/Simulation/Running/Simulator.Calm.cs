using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Simulation.Tests.Checking;
using ChatRoom.Simulation.Tests.Disks;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Seeds;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Running;

/// <summary>
/// After the story nothing goes wrong any more: the disk is mended, everybody wakes, reads and comes back, and time passes until nobody has
/// anything to do. Then everything must agree.
/// </summary>
public sealed partial class Simulator
{
    /// <summary>Longer than a dead connection goes unnoticed, somebody's place is held, and a client waits between tries.</summary>
    private const int CalmSeconds = 300;

    private void Calm()
    {
        Trace?.Add("     calm");
        Chance = new Chance(Chance.Next());
        Store.Mend();
        foreach (var server in Servers)
        {
            server.Mend();
            if (server.IsOver)
                server.Kill();
        }
        foreach (var person in People)
            person.IsStalled = false;
        foreach (var server in Servers)
            server.LookAfterJournal();
        for (var second = 0; second < CalmSeconds; second++)
        {
            Settle();
            Begin();
            Clock.Pass(TimeSpan.FromSeconds(1));
        }
        Settle();
        foreach (var person in Plain)
            person.AskInCalm();
        Settle();
        Write();
    }

    /// <summary>Until nothing can happen without time.</summary>
    private void Settle()
    {
        for (var left = 1_000_000; TakeStep(); left--)
        {
            Met.Steps++;
            if (left == 0)
                throw new InvalidOperationException("In calm it goes on for ever.");
        }
    }

    /// <summary>Who is down is started, whose end nobody said is ended, and who was cut off comes back.</summary>
    private void Begin()
    {
        foreach (var server in Servers.Where(server => server.IsOver))
            server.Kill();
        foreach (var server in Servers.Where(server => server.State == MachineState.Down))
            StartAgain(server);
        // On a database the servers themselves miss one that is gone.
        if (!Setup.HasDatabase)
            EndDeadServers();
        foreach (var person in Plain)
            person.Dial(Chance);
        foreach (var person in Screens.Where(person => !person.IsConnected && !person.HasLeft))
            person.TryNowInCalm();
    }

    /// <summary>Where nobody else runs, from what is in the file and nothing else.</summary>
    public void StartAgain(Machine server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (Servers.All(one => one.State == MachineState.Down))
            Store.ReadAgain();
        server.Start();
    }

    /// <summary>What somebody who tends several servers does when one of them is gone.</summary>
    public bool EndDeadServers()
    {
        var alive = Servers.Where(server => server.State == MachineState.Up).Select(server => server.Id).ToHashSet();
        if (Up.FirstOrDefault(server => !server.IsAsleep) is not { } one || Servers.Any(server => server.State == MachineState.Up && server.Id == default))
            return false;
        var dead = one.World.Servers.AsEnumerable().Where(life => !life.Value.HasEnded && !alive.Contains(life.Key)).Select(life => life.Key).ToList();
        foreach (var id in dead)
            one.Post(new Command.EndServer(id));
        return dead.Count > 0;
    }

    /// <summary>All that the checkers need to know.</summary>
    private void Write()
    {
        (Chronicle.Journal, Chronicle.Read) = ([.. Store.Written], Store.ReadAll());
        foreach (var recorded in Chronicle.Journal)
            Trace?.Add($"     event {recorded.Sequence.Number} of {recorded.Origin}: {recorded.Event}");
        foreach (var server in Servers)
        {
            Chronicle.Worlds.Add(($"{server}", server.World));
            Chronicle.Facts.Add(($"{server}", server.Facts));
        }
        Chronicle.Worlds.Add(("the journal replayed", Replayed(World.Empty, Chronicle.Read)));
        using var journal = new MemoryJournal(Store, Clock);
        var recovered = Recovery.Run(journal, (_, _) => SnapshotLoad.Missing);
        Chronicle.Worlds.Add(("the journal replayed without words", recovered.World));
        Chronicle.Facts.Add(("the journal", recovered.Facts));
        foreach (var person in People.Where(person => person.Ear is not null && person.Wire!.IsDead))
            person.Ear!.IsOpen = false;
        Chronicle.Screens.AddRange(Screens.Select(person => person.View()));
    }

    private static World Replayed(World world, IEnumerable<Recorded> events) =>
        events.Aggregate(world, (before, recorded) => StateMachine.Apply(before, recorded).World);
}
