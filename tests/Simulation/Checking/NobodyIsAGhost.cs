namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>In the end, long after every dead connection was found out: who is there by the journal has a connection that stands, and no other.</summary>
public sealed class NobodyIsAGhost : IChecker
{
    public string Promise => "who is gone is not there";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var open = chronicle.Ears.Where(ear => ear.IsOpen).Select(ear => ear.Id).ToHashSet();
        foreach (var guest in new Ledger(chronicle.Journal).Guests)
        {
            foreach (var connection in guest.Connections.Where(connection => !open.Contains(connection)))
                yield return $"{guest.Nick} is there over connection {connection.Number} of server {connection.Server.Number}, which is gone";
        }
    }
}
