using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Simulation.Tests.Checking;

public sealed class OneWorld : IChecker
{
    public string Promise => "all servers, and every replay, come to the same world and facts, and it is a sound one";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var (whose, first) = chronicle.Worlds[^1];
        foreach (var (name, world) in chronicle.Worlds)
        {
            if (!world.Equals(first))
                yield return $"the world of {name} at event {world.Last.Number} is not that of {whose} at event {first.Last.Number}: {Difference(world, first)}";
            foreach (var broken in Invariants.Broken(world).AsEnumerable())
                yield return $"in the world of {name}: {broken}";
        }
        foreach (var (name, facts) in chronicle.Facts)
        {
            if (!facts.Equals(chronicle.Facts[^1].Facts))
                yield return $"the facts of {name} are not those of {chronicle.Facts[^1].Whose}: {Difference(facts, chronicle.Facts[^1].Facts)}";
        }
        foreach (var (before, after) in chronicle.Journal.Zip(chronicle.Journal.Skip(1)))
        {
            if (after.At.Milliseconds < before.At.Milliseconds || after.Sequence != before.Sequence.Next)
                yield return $"event {after.Sequence.Number} does not follow event {before.Sequence.Number} in number and time";
        }
        foreach (var server in first.Servers.AsEnumerable().Where(life => life.Value.HasEnded))
            yield return $"of server {server.Key.Number}, which ended, something is still left";
    }

    private static string Difference<T>(T one, T other) => string.Join(", ", typeof(T).GetProperties()
        .Where(property => property.CanWrite && !Equals(property.GetValue(one), property.GetValue(other))).Select(property => $"{property.Name} is {property.GetValue(one)} and {property.GetValue(other)}"));
}
