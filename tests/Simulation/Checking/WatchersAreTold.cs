using ChatRoom.Domain.Names;
using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>In the end everybody asks which of those whom they watch are there. The answer is what each was told last, without being asked.</summary>
public sealed class WatchersAreTold : IChecker
{
    private const string Here = "730";
    private const string Gone = "731";

    public string Promise => "who watches a name is told who comes and goes";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        foreach (var ear in chronicle.Ears.Where(ear => ear.IsOpen && ear.CalmFrom < ear.Heard.Count))
        {
            var told = new Dictionary<string, string>();
            foreach (var (at, numeric, nick) in Told(ear))
            {
                if (at >= ear.CalmFrom && told.GetValueOrDefault(nick) != numeric)
                    yield return $"{ear} asks for {nick} and is told {numeric}, and the last that it heard of them was {told.GetValueOrDefault(nick) ?? "nothing"}";
                told[nick] = numeric;
            }
        }
    }

    /// <summary>Where an ear heard of somebody that they are there, or are not.</summary>
    public static IEnumerable<(int At, string Numeric, string Nick)> Told(Ear ear)
    {
        ArgumentNullException.ThrowIfNull(ear);
        return ear.Heard.Select((one, at) => (one.Line, At: at)).Where(one => one.Line.Command is Here or Gone)
            .SelectMany(one => one.Line.Parameter(1).Split(',').Select(name => (one.At, one.Line.Command, Folding.Fold(name.Split('!')[0]))));
    }
}
