namespace ChatRoom.Bench.Load;

/// <summary>What one person heard. Each speaker numbers what they say, so what comes late or twice is noticed.</summary>
public sealed class Heard
{
    private readonly Dictionary<int, int> _last = [];

    public long Messages { get; private set; }

    /// <summary>Came after one that was said later, or a second time.</summary>
    public long OutOfOrder { get; private set; }

    public Latencies Latencies { get; } = new();

    public void Add(int speaker, int number, long microseconds)
    {
        Messages++;
        Latencies.Add(microseconds);
        if (_last.TryGetValue(speaker, out var last) && number <= last)
            OutOfOrder++;
        else
            _last[speaker] = number;
    }
}
