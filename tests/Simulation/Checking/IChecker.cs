namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>A promise of the server, and how it is held against what happened. It knows the chronicle and nothing of the simulator.</summary>
public interface IChecker
{
    string Promise { get; }

    /// <summary>A sentence for each thing that breaks the promise.</summary>
    IEnumerable<string> Complaints(Chronicle chronicle);
}
