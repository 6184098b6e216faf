using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Rules;
using ChatRoom.Simulation.Tests.Disks;
using ChatRoom.Simulation.Tests.Machines;
using ChatRoom.Simulation.Tests.Stories;

namespace ChatRoom.Simulation.Tests.Reporting;

/// <summary>
/// What a run of many stories has to meet, and how often at least: every row, every command and every refusal of the rules, every way in
/// which a write or a machine can fail, and what can come of that. What is new in the rules is here without being named.
/// </summary>
public static class Leasts
{
    /// <summary>So many stories a run has, in which each thing is met so often.</summary>
    public const int Stories = 2000;

    private const int Usual = 20;

    /// <summary>What needs two faults at once.</summary>
    private const int Seldom = 5;

    /// <summary>What can't be met, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        [nameof(Refusal.WorldsDiffer)] = "no server has another world, but one with a defect",
        [nameof(Refusal.AlreadyConnected)] = "a session refuses it before the rules do",
        [nameof(Refusal.NotYetPossible)] = "no event needs a newer level of the journal yet",
        [nameof(Refusal.TooManyFounded)] = "a story has not so many rooms",
        [nameof(Refusal.HoldersFull)] = "a story has not so many accounts",
        [nameof(Refusal.TooManyWait)] = "no story has so many people",
        [nameof(Refusal.TooManyBans)] = "no story has so many bans",
        [nameof(Refusal.TooManyDevices)] = "no story has so many devices",
        [nameof(Refusal.LoginStale)] = "a password would have to change between its hash and the turn that it is for",
    };

    public static IReadOnlyList<(Group Group, string Name, int Least)> All { get; } =
    [
        .. Story.Rows.Select(row => (row.Group, row.Name, Usual)),
        .. Cases<Command>().Where(name => !Exempt.ContainsKey(name)).Select(name => (Group.Command, name, Usual)),
        .. Cases<Refusal>().Where(name => !Exempt.ContainsKey(name)).Select(name => (Group.Refusal, name, Usual)),
        .. Enum.GetValues<DiskFault>().Where(fault => fault != DiskFault.None).Select(fault => (Group.Fault, $"a write: {fault}", Usual)),
        .. Enum.GetValues<Danger>().Select(danger => (Group.Fault, $"killed at {danger}", danger == Danger.Reopen ? Seldom : Usual)),
        (Group.Fault, "asleep in its turn", Usual),
        (Group.Outcome, "known by its id", Usual),
        (Group.Outcome, "said again under its id", Usual),
        (Group.Outcome, "snapshot saved", Usual),
        (Group.Outcome, "snapshot used", Usual),
        (Group.Outcome, "snapshot ignored", Usual),
        (Group.Outcome, "start refused", Usual),
        (Group.Outcome, "a server stops: the journal forked", Usual),
        (Group.Outcome, "a server stops: others ended it", Usual),
        (Group.Outcome, "a line was not kept", Usual),
        (Group.Outcome, "two people became one", Usual),
        (Group.Outcome, "logged in by certificate", Usual),
    ];

    /// <summary>What was met too seldom.</summary>
    public static IEnumerable<string> Missing(Met met) =>
        All.Where(least => Count(met, least.Group, least.Name) < least.Least).Select(least => $"{least.Name} ({least.Group}) was met {Count(met, least.Group, least.Name)} times, and {least.Least} are the least");

    /// <summary>The table of what was met.</summary>
    public static IEnumerable<string> Table(Met met)
    {
        ArgumentNullException.ThrowIfNull(met);
        foreach (var group in met.Counts.GroupBy(count => count.Key.Group))
        {
            yield return $"{group.Key}";
            foreach (var (key, count) in group)
                yield return $"  {key.Name,-50} {count,9}";
        }
        foreach (var (name, why) in Exempt)
            yield return $"  {name} is never met: {why}";
    }

    private static long Count(Met met, Group group, string name) => met.Counts.GetValueOrDefault((group, name));

    private static IEnumerable<string> Cases<T>() => typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name);
}
