using System.Diagnostics.Metrics;

namespace ChatRoom.Server.Monitoring;

/// <summary>Listens to the instruments of one meter, and says what they show when it is asked.</summary>
public sealed class MetricsReader : IDisposable
{
    private readonly Meter _meter;
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<Instrument, HistogramBuckets> _distributions = [];

    /// <summary>What the instruments said in the collection that is under way.</summary>
    private readonly Dictionary<Instrument, List<MetricSample>> _samples = [];

    public MetricsReader(Meter meter)
    {
        _meter = meter;
        _listener.InstrumentPublished = Listen;
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Take(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<double>(Take);
        _listener.Start();
    }

    /// <summary>By name, so that two collections are easily compared. From any thread; one collection follows the other.</summary>
    public IReadOnlyList<MetricSnapshot> Collect()
    {
        lock (_gate)
        {
            foreach (var samples in _samples.Values)
                samples.Clear();
            _listener.RecordObservableInstruments();
            return [.. _instruments.Values.Select(Read)];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Listen(Instrument instrument, MeterListener listener)
    {
        if (!ReferenceEquals(instrument.Meter, _meter))
            return;
        HistogramBuckets? distribution = null;
        lock (_gate)
        {
            _instruments[instrument.Name] = instrument;
            if (instrument is Histogram<double> histogram)
                _distributions[instrument] = distribution = new HistogramBuckets(histogram.Advice?.HistogramBucketBoundaries ?? []);
            else
                _samples[instrument] = [];
        }
        listener.EnableMeasurementEvents(instrument, distribution);
    }

    /// <summary>Histograms come from the hub's thread, and wait for nobody; all others in a collection, which holds the gate.</summary>
    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (state is HistogramBuckets distribution)
        {
            distribution.Add(value);
            return;
        }
        var named = new KeyValuePair<string, string>[tags.Length];
        for (var i = 0; i < tags.Length; i++)
            named[i] = new(tags[i].Key, $"{tags[i].Value}");
        _samples[instrument].Add(new MetricSample(value, named));
    }

    private MetricSnapshot Read(Instrument instrument)
    {
        var (name, unit, help) = (instrument.Name, instrument.Unit ?? "", instrument.Description ?? "");
        return _distributions.TryGetValue(instrument, out var distribution)
            ? new MetricSnapshot.Spread(name, unit, help, distribution.Boundaries, distribution.Counts, distribution.Sum)
            : new MetricSnapshot.Numbers(name, unit, help, instrument is ObservableCounter<long>, [.. _samples[instrument]]);
    }
}
