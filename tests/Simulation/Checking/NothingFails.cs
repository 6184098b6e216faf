namespace ChatRoom.Simulation.Tests.Checking;

public sealed class NothingFails : IChecker
{
    public string Promise => "no server fails on anything, and every line is a line";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        return chronicle.Faults;
    }
}
