namespace ChatRoom.Server.Monitoring;

/// <summary>Counts values by their size. Any thread may add and any may read; none waits for another.</summary>
public sealed class HistogramBuckets(IReadOnlyList<double> boundaries)
{
    private readonly long[] _counts = new long[boundaries.Count + 1];
    private double _sum;

    public IReadOnlyList<double> Boundaries => boundaries;

    public IReadOnlyList<long> Counts => [.. _counts];

    public double Sum => Volatile.Read(ref _sum);

    public void Add(double value)
    {
        var bucket = 0;
        while (bucket < boundaries.Count && value > boundaries[bucket])
            bucket++;
        Interlocked.Increment(ref _counts[bucket]);
        double sum;
        do
            sum = Volatile.Read(ref _sum);
        while (Interlocked.CompareExchange(ref _sum, sum + value, sum) != sum);
    }
}
