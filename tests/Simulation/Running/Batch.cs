using ChatRoom.Simulation.Tests.Reporting;

#pragma warning disable RS0030 // Each story is told on one thread; several stories may be told at a time.
namespace ChatRoom.Simulation.Tests.Running;

/// <summary>Many stories, on as many cores as there are.</summary>
public static class Batch
{
    /// <param name="from">The first seed.</param>
    /// <param name="stories">How many.</param>
    /// <param name="failed">Is told of each that fails.</param>
    public static Met Run(ulong from, int stories, Action<Verdict> failed, int cores = 0)
    {
        var all = new Met();
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = cores > 0 ? cores : Environment.ProcessorCount };
        Parallel.For(0, stories, options, () => new Met(), (number, _, met) =>
        {
            var verdict = Runner.Run(from + (ulong)number);
            met.Add(verdict.Met);
            if (verdict.HasFailed)
            {
                lock (gate)
                    failed(verdict);
            }
            return met;
        }, met =>
        {
            lock (gate)
                all.Add(met);
        });
        return all;
    }
}
