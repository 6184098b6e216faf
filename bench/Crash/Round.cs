using System.Net;

namespace ChatRoom.Bench.Crash;

/// <summary>What people do in the room until the server is killed under them.</summary>
public sealed class Round(int number) : IAsyncDisposable
{
    private readonly List<Writer> _writers = [];
    private readonly List<Person> _readers = [];
    private readonly List<Task> _listening = [];

    private IEnumerable<Person> Everybody => _writers.Concat(_readers);

    /// <summary>Everybody is in the room before the first line is said.</summary>
    public static async Task<Round> Gather(IPEndPoint server, int number, CrashOptions options, Random random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        var round = new Round(number);
        for (var i = 0; i < options.Writers; i++)
            round._writers.Add(await Writer.Come(server, number, i, window: 1 << random.Next(6)));
        for (var i = 0; i < options.Readers; i++)
            round._readers.Add(await Person.Come(server, $"reader{i}", i == 0 ? "" : Person.Capabilities));
        return round;
    }

    public async Task Begin()
    {
        foreach (var person in Everybody)
            _listening.Add(person.Listen());
        foreach (var writer in _writers)
            await writer.Begin();
    }

    /// <summary>Everybody has heard the last of what came through.</summary>
    public Task End() => Task.WhenAll(_listening);

    public Tally Judge(IReadOnlyList<SaidLine> history) => Verdict.Of(
        number,
        [.. _writers.Select(writer => new Testimony(writer.Number, writer.Sent, writer.Echoed))],
        [.. Everybody.Select(person => person.Heard)],
        history);

    public async ValueTask DisposeAsync()
    {
        foreach (var person in Everybody)
            await person.DisposeAsync();
    }
}
