namespace ChatRoom.Server.Monitoring;

/// <summary>What an instrument shows at a moment.</summary>
public abstract record MetricSnapshot
{
    private MetricSnapshot(string name, string unit, string help) => (Name, Unit, Help) = (name, unit, help);

    /// <summary>As OpenTelemetry writes names, with dots.</summary>
    public string Name { get; }

    /// <summary>As UCUM writes units; what is in braces is a word for people.</summary>
    public string Unit { get; }

    /// <summary>What is measured.</summary>
    public string Help { get; }

    /// <summary>Numbers told apart by their tags: of something that only grows, or of something that also falls.</summary>
    public sealed record Numbers(string Name, string Unit, string Help, bool OnlyGrows, IReadOnlyList<MetricSample> Samples) : MetricSnapshot(Name, Unit, Help);

    /// <summary>How many values were at most as large as each boundary and larger than the one before; behind the last one, those beyond it.</summary>
    public sealed record Spread(string Name, string Unit, string Help, IReadOnlyList<double> Boundaries, IReadOnlyList<long> Counts, double Sum)
        : MetricSnapshot(Name, Unit, Help);
}

/// <summary>A number, and what it is the number of.</summary>
public sealed record MetricSample(double Value, params IReadOnlyList<KeyValuePair<string, string>> Tags);
