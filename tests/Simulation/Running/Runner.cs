using ChatRoom.Simulation.Tests.Checking;
using ChatRoom.Simulation.Tests.Databases;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Stories;

namespace ChatRoom.Simulation.Tests.Running;

/// <summary>What came of a story: complaints if it went wrong, what it met, and, if somebody wants to read it, what happened.</summary>
public sealed record Verdict(ulong Seed, IReadOnlyList<string> Complaints, Met Met, IReadOnlyList<string> Trace)
{
    public bool HasFailed => Complaints.Count > 0;

    /// <summary>Which promise is broken, whatever the details are.</summary>
    public string Promise => HasFailed ? Complaints[0].Split(':')[0] : "";
}

/// <summary>Tells a story and has it judged.</summary>
public static class Runner
{
    public static Verdict Run(ulong seed, bool isTraced = false, Mutant mutant = Mutant.None) => Run(seed, Story.Of(seed), isTraced, mutant);

    /// <summary>The same seed with another, mostly shorter, story.</summary>
    public static Verdict Run(ulong seed, IEnumerable<Beat> story, bool isTraced = false, Mutant mutant = Mutant.None)
    {
        var simulation = new Simulator(seed, isTraced, mutant);
        try
        {
            return Judge(seed, simulation, Checkers.Complaints(simulation.Tell(story)));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Judge(seed, simulation, [$"the story breaks off: {fault}"]);
        }
    }

    private static Verdict Judge(ulong seed, Simulator simulation, IReadOnlyList<string> complaints)
    {
        foreach (var server in simulation.Servers)
            server.Kill();
        return new Verdict(seed, complaints, simulation.Met, simulation.Trace ?? []);
    }
}
