namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>Where a standby has to confirm what is kept, it has everything that anybody heard when it takes over.</summary>
public sealed class StandbyHasWhatWasTold : IChecker
{
    public string Promise => "a standby that confirms takes over without losing what anybody was told";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        foreach (var (branch, last) in chronicle.Promised)
        {
            foreach (var ear in chronicle.Ears)
            {
                foreach (var heard in ear.Heard.Where(heard => heard.Sent.Branch == branch))
                {
                    if (Hearing.PlaceOf(heard.Line.Tag("msgid")) is { } place && place.Sequence > last)
                        yield return $"{ear} heard '{heard.Line}', and the standby that took over ended with event {last}";
                }
            }
        }
    }
}
