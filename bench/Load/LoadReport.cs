using System.Globalization;

namespace ChatRoom.Bench.Load;

/// <summary>What a run showed.</summary>
/// <param name="Entering">How long it took until everybody was in their room.</param>
/// <param name="Talking">How long people talked.</param>
/// <param name="Hearing">How long it took until everything was heard, from the beginning of the talk.</param>
/// <param name="Said">Messages.</param>
/// <param name="Heard">Deliveries: a message heard by ten people is ten.</param>
/// <param name="Lost">Deliveries that should have come and did not.</param>
/// <param name="Reordered">Deliveries that came after a later message of the same speaker, or twice.</param>
/// <param name="Latencies">From just before a message was sent until it was heard.</param>
/// <param name="Ended">Why connections ended that should not have.</param>
public sealed record LoadReport(
    TimeSpan Entering,
    TimeSpan Talking,
    TimeSpan Hearing,
    long Said,
    long Heard,
    long Lost,
    long Reordered,
    Latencies Latencies,
    IReadOnlyList<string> Ended)
{
    public bool IsGood => Lost == 0 && Reordered == 0 && Ended.Count == 0;

    public static LoadReport Of(
        LoadOptions options, IReadOnlyList<Participant> people, TimeSpan entering, TimeSpan talking, TimeSpan hearing)
    {
        ArgumentNullException.ThrowIfNull(people);
        var latencies = new Latencies();
        foreach (var person in people)
            latencies.Add(person.Heard.Latencies);
        var heard = HeardBy(people);
        return new LoadReport(
            entering, talking, hearing, people.Sum(person => (long)person.Said), heard, Expected(options, people) - heard,
            people.Sum(person => person.Heard.OutOfOrder), latencies,
            [.. people.Select(person => person.Ended).OfType<string>().Distinct()]);
    }

    public static long HeardBy(IReadOnlyList<Participant> people) => people.Sum(person => person.Heard.Messages);

    public static long Expected(LoadOptions options, IReadOnlyList<Participant> people)
    {
        ArgumentNullException.ThrowIfNull(options);
        return people.Select((person, number) => (long)person.Said * options.Listeners(number)).Sum();
    }

    public override string ToString() => string.Join('\n', Rows().Select(row => $"{row.Name,-28}{row.Value,16}"));

    private IEnumerable<(string Name, string Value)> Rows()
    {
        yield return ("everybody was in after", $"{Entering.TotalSeconds:0.00} s");
        yield return ("messages", Number(Said));
        yield return ("messages/s", Number((long)(Said / Talking.TotalSeconds)));
        yield return ("deliveries", Number(Heard));
        yield return ("deliveries/s", Number((long)(Heard / Hearing.TotalSeconds)));
        yield return ("latency p50", Time(Latencies.Percentile(0.5)));
        yield return ("latency p99", Time(Latencies.Percentile(0.99)));
        yield return ("latency max", Time(Latencies.Most));
        yield return ("lost", Number(Lost));
        yield return ("out of order or twice", Number(Reordered));
        foreach (var reason in Ended)
            yield return ("a connection ended:", reason);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(long microseconds) => $"{microseconds / 1000.0:0.00} ms";
}
