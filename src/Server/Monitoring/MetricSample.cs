namespace ChatRoom.Server.Monitoring;

/// <summary>A number, and what it is the number of.</summary>
public sealed record MetricSample(double Value, params IReadOnlyList<KeyValuePair<string, string>> Tags);
