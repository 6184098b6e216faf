using ChatRoom.Simulation.Tests.Databases;
using ChatRoom.Simulation.Tests.Running;

namespace ChatRoom.Simulation.Tests.Tests;

/// <summary>Between the servers and their database one mistake is made on purpose, and the stories that keep every promise without it break one.</summary>
public sealed class MutantTests
{
    [Theory]
    [InlineData(Mutant.FateByNumber, 600)]
    [InlineData(Mutant.NoBarrier, 600)]
    [InlineData(Mutant.ReadInsideLock, 600)]
    [InlineData(Mutant.CancelledWait, 1500)]
    [InlineData(Mutant.FactsNotCompared, 1500)]
    [InlineData(Mutant.DeliveryBeforeCommit, 20)]
    public void A_mistake_is_found_by_so_many_stories(Mutant mutant, int stories) =>
        Assert.Contains(Enumerable.Range(0, stories), seed => Runner.Run((ulong)seed, mutant: mutant).HasFailed);
}
