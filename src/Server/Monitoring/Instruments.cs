using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ChatRoom.Server.Monitoring;

/// <summary>
/// Every instrument, by its name. The hub counts in its <see cref="HubCounters"/>, and what can be read off somewhere is read when
/// somebody asks; only the two histograms are told of each value, once a turn, and cost nothing when nobody listens.
/// </summary>
public sealed class Instruments : IDisposable
{
    public const string MeterName = "ChatRoom";

    private readonly Meter _meter;

    public Instruments()
    {
        // The scope tells the meters of two servers in one process apart.
        _meter = new Meter(new MeterOptions(MeterName) { Version = BuildVersion.Text, Scope = this });
        CommitTime = _meter.CreateHistogram("chatroom.commit.duration", "s", "How long a turn took to be durable", advice: TurnTimes);
        TurnSize = _meter.CreateHistogram("chatroom.turn.size", "{message}", "Messages that the hub took in one turn", advice: Boundaries(
            1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096));
        TurnWait = _meter.CreateHistogram("chatroom.turn.wait", "s", "How long a turn waited for those of others, and for what they appended", advice: TurnTimes);
        TurnHold = _meter.CreateHistogram("chatroom.turn.hold", "s", "How long others waited for a turn of this server: to decide it and to keep it", advice: TurnTimes);
        Counters("chatroom.messages", "{message}", "What was said or done", "kind", () => HubCounters.Happened);
        Counters("chatroom.deliveries", "{delivery}", "How often a connection was told what was said or done", "kind", () => HubCounters.Told);
        Counters("chatroom.refusals", "{command}", "Commands that were refused", "name", () => HubCounters.Refused);
        Counters("chatroom.journal.faults", "{turn}", "Turns that the journal refused, or did not know to be kept", "kind",
            () => [("refused", HubCounters.JournalRefusals), ("lost", HubCounters.JournalLosses)]);
        Counters("chatroom.turns", "{turn}", "Turns that took the journal, and kept something or had nothing to keep", "kind", () => [("kept", HubCounters.TurnsKept), ("empty", HubCounters.TurnsEmpty)]);
        Counters("chatroom.journal.unknown", "{turn}", "Turns whose outcome was unknown at first, by what was found then", "found",
            () => [("kept", HubCounters.UnknownKept), ("not_kept", HubCounters.UnknownNotKept)]);
        Counter("chatroom.outbox.closes", "{connection}", "Connections closed because their clients read too slowly", () => HubCounters.SlowReaders);
        Counter("chatroom.rules.failures", "{command}", "Commands on which the rules failed, each of them a bug", () => HubCounters.Failures);
        _meter.CreateObservableGauge("process.start_time", ProcessStart, "s", "When the process started, in seconds since 1970");
    }

    public Meter Meter => _meter;

    public HubCounters HubCounters { get; } = new();

    public Histogram<double> CommitTime { get; }

    public Histogram<double> TurnSize { get; }

    public Histogram<double> TurnWait { get; }

    public Histogram<double> TurnHold { get; }

    public void Counter(string name, string unit, string help, Func<long> read) => _meter.CreateObservableCounter(name, read, unit, help);

    public void Gauge(string name, string unit, string help, Func<double> read) => _meter.CreateObservableGauge(name, read, unit, help);

    public void Counters(string name, string unit, string help, string tag, Func<IEnumerable<(string Name, long Count)>> read) =>
        _meter.CreateObservableCounter(
            name, () => read().Select(one => new Measurement<long>(one.Count, new KeyValuePair<string, object?>(tag, one.Name))), unit, help);

    public void Dispose() => _meter.Dispose();

    private static InstrumentAdvice<double> TurnTimes => Boundaries(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5);

    private static InstrumentAdvice<double> Boundaries(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };

    private static double ProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1000.0;
    }
}
