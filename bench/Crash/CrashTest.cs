using System.Diagnostics;
using ChatRoom.Bench.Driver;
using ChatRoom.Testing;

namespace ChatRoom.Bench.Crash;

/// <summary>
/// Kills a busy server again and again, always on the same data folder, and reads each time what is kept. At the end all of the history
/// is read once more: what was right after its own round must still be right after all the others.
/// </summary>
public sealed class CrashTest(CrashOptions options, TextWriter progress)
{
    /// <summary>In one of so many rounds the server is also killed while it starts.</summary>
    private const int StillbornEvery = 8;

    private readonly Random _random = new(options.Seed);
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public async Task<Tally> Run()
    {
        using var folder = new TemporaryFolder();
        await using var server = new RunningServer("--data", folder["data"], "--flood", "off");
        await server.Start();
        var historian = await Historian.Come(server.EndPoint);
        try
        {
            var first = await historian.SayFirst();
            var (last, sum) = (first, new Tally());
            var all = new List<string>();
            for (var number = 0; number < options.Rounds && _clock.Elapsed < options.Patience; number++)
            {
                await using var round = await Round.Gather(server.EndPoint, number, options, _random);
                var restart = await Crash(server, round, folder["data"]);
                await historian.DisposeAsync();
                historian = await Historian.Come(server.EndPoint);
                var history = await historian.ReadAfter(last);
                sum += Report(number, round.Judge(history) with { LargestLog = restart.Log, SlowestStart = restart.Start });
                all.AddRange(history.Select(line => line.Id));
                last = all.Count > 0 ? all[^1] : first;
            }
            return sum + Compare(all, await historian.ReadAfter(first));
        }
        finally
        {
            await historian.DisposeAsync();
        }
    }

    private async Task<(long Log, TimeSpan Start)> Crash(RunningServer server, Round round, string data)
    {
        var life = options.LongestLife * _random.NextDouble();
        await round.Begin();
        await Task.Delay(life);
        await server.Kill();
        await round.End();
        if (_random.Next(StillbornEvery) == 0)
            await KillWhileStarting(data);
        var file = new FileInfo(Path.Combine(data, "journal.db-wal"));
        var log = file.Exists ? file.Length : 0;
        var began = _clock.Elapsed;
        await server.Start();
        return (log, _clock.Elapsed - began);
    }

    /// <summary>A start writes too: it recovers, and says that it began. It may come as far as it likes before it ends.</summary>
    private async Task KillWhileStarting(string data)
    {
        await using var stillborn = RunningProgram.ChatRoom("serve", "--port", "0", "--data", data);
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(300)));
        stillborn.Send(Signal.Kill);
        await stillborn.Exit();
    }

    private Tally Report(int number, Tally round)
    {
        if (!round.IsGood)
            progress.WriteLine($"round {number} went wrong: {round}");
        else if ((number + 1) % 100 == 0)
            progress.WriteLine($"{number + 1} rounds in {_clock.Elapsed.TotalSeconds:0} s");
        return round;
    }

    private static Tally Compare(List<string> seen, List<SaidLine> atTheEnd)
    {
        var ids = atTheEnd.ConvertAll(line => line.Id);
        return new Tally
        {
            Lost = seen.Except(ids).Count(),
            Doubled = ids.Count - ids.Distinct().Count(),
            Invented = ids.Except(seen).Count(),
            Reordered = ids.SequenceEqual(seen) ? 0 : 1,
        };
    }
}
