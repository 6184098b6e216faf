using System.Diagnostics;
using ChatRoom.Bench.Driver;
using ChatRoom.Testing;

namespace ChatRoom.Bench.Several;

/// <summary>
/// Servers on one database, people on all of them, and one fault after the other: processes killed and stopped, connections cut, the database crashed. At
/// the end, when all is calm again, what everybody heard is held against the journal.
/// </summary>
public sealed class SeveralTest(SeveralOptions options, TextWriter progress)
{
    /// <summary>Longer than it takes to miss a server, and for people to come back.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);

    private readonly Random _random = new(options.Seed);
    private readonly SortedDictionary<string, int> _faults = [];
    private readonly List<RunningServer> _servers = [];
    private int _failed;

    public async Task<SeveralTally> Run()
    {
        using var folder = new TemporaryFolder();
        using var database = new PostgresCluster();
        try
        {
            for (var i = 0; i < options.Servers; i++)
            {
                _servers.Add(new RunningServer("--journal", database.Address("chatroom"), "--data", folder[$"{i}"], "--flood", "off", "--name", $"server{i}.test"));
                await _servers[i].Start();
            }
            using var over = new CancellationTokenSource();
            var talkers = _servers.SelectMany((server, i) => Enumerable.Range(0, options.Talkers).Select(k => new Talker($"t{i}{k}", () => server.EndPoint))).ToArray();
            var talking = Task.WhenAll(talkers.Select(talker => talker.Run(over.Token)));
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed < options.Time)
            {
                await Task.Delay(TimeSpan.FromSeconds(0.2 + _random.NextDouble()));
                await Trouble(database);
                await Replace();
            }
            await Task.Delay(Calm);
            await Replace();
            await over.CancelAsync();
            await talking;
            return Judge(database, talkers);
        }
        finally
        {
            foreach (var server in _servers)
                await server.DisposeAsync();
        }
    }

    private async Task Trouble(PostgresCluster database)
    {
        var server = _servers[_random.Next(_servers.Count)];
        switch (_random.Next(8))
        {
            case 0 or 1:
                Count("killed");
                await server.Kill();
                await server.Start();
                break;
            case 2:
                Count("stopped for a while");
                server.Program.Send(Signal.Stop);
                await Task.Delay(TimeSpan.FromSeconds(_random.Next(1, 10)));
                server.Program.Send(Signal.Continue);
                break;
            case 3 or 4 or 5:
                Count("turns cut");
                Cut(database, "chatroom/turn");
                break;
            case 6:
                Count("bells cut");
                Cut(database, "chatroom/ear");
                break;
            default:
                Count("database crashed");
                database.Crash();
                break;
        }
    }

    private static void Cut(PostgresCluster database, string name) =>
        database.Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{name}' AND random() < 0.5");

    private void Count(string fault) => _faults[fault] = _faults.GetValueOrDefault(fault) + 1;

    /// <summary>A server that ended by itself is a failure; another one takes its place.</summary>
    private async Task Replace()
    {
        foreach (var server in _servers.Where(server => server.Program.HasExited))
        {
            _failed++;
            progress.WriteLine($"a server ended: {string.Join('\n', await server.Program.Errors.Rest())}");
            await server.Start();
        }
    }

    private SeveralTally Judge(PostgresCluster database, Talker[] talkers)
    {
        var rows = database.Run(
            "SET search_path = chatroom; SELECT (SELECT epoch FROM epochs WHERE first <= seq ORDER BY first DESC LIMIT 1) || '-' || seq || ' ' || convert_from(body, 'UTF8') " +
            "FROM events WHERE kind = 12 AND body IS NOT NULL ORDER BY seq");
        var kept = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(' ', 2)).Select(parts => new SeenLine(parts[0], parts[1])).ToArray();
        return SeveralVerdict.Of(kept, [.. talkers.Select(talker => talker.Echoed)], [.. talkers.SelectMany(talker => talker.Heard)]) with
        {
            Faults = _faults,
            Refused = talkers.Sum(talker => talker.Refused),
            SlowestEcho = talkers.Max(talker => talker.SlowestEcho),
            Failed = _failed,
        };
    }
}
