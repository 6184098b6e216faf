using System.Diagnostics;

namespace ChatRoom.Bench.Load;

/// <summary>A crowd comes in, talks at a steady rate, waits until everything is heard, and leaves.</summary>
public sealed class LoadRun(LoadOptions options) : IDisposable
{
    private readonly List<Participant> _people =
        [.. Enumerable.Range(0, options.People).Select(number => new Participant(options, number))];

    public async Task<LoadReport> Run()
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            _people, new ParallelOptions { MaxDegreeOfParallelism = LoadOptions.ComingAtOnce }, async (person, _) => await person.Enter());
        var entering = clock.Elapsed;
        clock.Restart();
        await Talk();
        var talking = clock.Elapsed;
        await HearTheRest();
        var report = LoadReport.Of(options, _people, entering, talking, clock.Elapsed);
        await Task.WhenAll(_people.Select(person => person.Leave()));
        return report;
    }

    public void Dispose() => _people.ForEach(person => person.Dispose());

    /// <summary>Each millisecond what is due by then is said, the speakers taking turns; what fell behind is caught up with.</summary>
    private async Task Talk()
    {
        var speakers = _people.Where((_, number) => options.Speaks(number)).ToArray();
        var all = (long)options.Rate * options.Seconds;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var clock = Stopwatch.StartNew();
        for (var said = 0L; said < all && await timer.WaitForNextTickAsync();)
        {
            var due = Math.Min(all, (long)(clock.Elapsed.TotalSeconds * options.Rate));
            for (; said < due; said++)
                await speakers[said % speakers.Length].Say();
        }
    }

    private async Task HearTheRest()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var clock = Stopwatch.StartNew();
        while (LoadReport.HeardBy(_people) < LoadReport.Expected(options, _people) && clock.Elapsed < LoadOptions.Patience)
            await timer.WaitForNextTickAsync();
    }
}
