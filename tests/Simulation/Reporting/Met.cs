using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Rules;
using ChatRoom.Simulation.Tests.Disks;

namespace ChatRoom.Simulation.Tests.Reporting;

public enum Group
{
    Fault,
    Deed,
    Command,
    Refusal,
    Outcome,
}

/// <summary>How often each thing was met: a simulator that meets nothing finds nothing.</summary>
public sealed class Met
{
    private readonly SortedDictionary<(Group Group, string Name), long> _counts = [];

    public long Steps { get; set; }

    public IReadOnlyDictionary<(Group Group, string Name), long> Counts => _counts;

    public void Count(Group group, string name) => _counts[(group, name)] = _counts.GetValueOrDefault((group, name)) + 1;

    public void Fault(DiskFault fault)
    {
        if (fault != DiskFault.None)
            Count(Group.Fault, $"a write: {fault}");
    }

    public void Decided(Request request, Decision decision)
    {
        Count(Group.Command, request.Command.GetType().Name);
        if (decision is Decision.Refused refused)
            Count(Group.Refusal, refused.Why.GetType().Name);
        if (decision is Decision.AlreadySaid)
            Count(Group.Outcome, "known by its id");
    }

    public void Add(Met other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Steps += other.Steps;
        foreach (var (key, count) in other.Counts)
            _counts[key] = _counts.GetValueOrDefault(key) + count;
    }
}
