using System.Diagnostics;
using ChatRoom.Bench.Driver;
using ChatRoom.Testing;

namespace ChatRoom.Bench.Several;

/// <summary>
/// Servers on one database, people on all of them, and one fault after the other: processes killed and stopped, connections and networks cut, the database crashed, killed, and
/// followed by its standby. At the end, when all is calm again, what everybody heard is held against the journal.
/// </summary>
public sealed class SeveralTest(SeveralOptions options, TextWriter progress)
{
    /// <summary>Longer than it takes to miss a server, and for people to come back.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(15);

    private readonly Random _random = new(options.Seed);
    private readonly SortedDictionary<string, int> _faults = [];
    private readonly List<ServerInTrouble> _servers = [];
    private readonly List<Task> _underWay = [];
    private int _failed;

    public async Task<SeveralTally> Run()
    {
        using var folder = new TemporaryFolder();
        ServerNetwork[] networks = options.HasNetworks ? [.. Enumerable.Range(0, options.Servers).Select(number => new ServerNetwork(number))] : [];
        using var database = new DatabasePair(options.Standby, networks.Length);
        try
        {
            for (var i = 0; i < options.Servers; i++)
            {
                _servers.Add(new ServerInTrouble(i, database.Address(i), folder[$"{i}"], networks.ElementAtOrDefault(i)));
                await _servers[i].Start();
            }
            using var over = new CancellationTokenSource();
            var talkers = _servers.SelectMany((server, i) => Enumerable.Range(0, options.Talkers).Select(k => new Talker($"t{i}{k}", () => server.EndPoint))).ToArray();
            var talking = Task.WhenAll(talkers.Select(talker => talker.Run(over.Token)));
            await Trouble(database);
            await Task.Delay(Calm);
            await Replace();
            await over.CancelAsync();
            await talking;
            return Judge(database, talkers) with { Worlds = await Worlds() };
        }
        finally
        {
            foreach (var server in _servers)
                await server.DisposeAsync();
        }
    }

    private async Task Trouble(DatabasePair database)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < options.Time && _faults.Values.Sum() < options.MostFaults)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.1 + (0.8 * _random.NextDouble())));
            if (_random.Next(20) is < 9 and var chosen)
                Disturb(chosen);
            else
                Break(database);
            await Replace();
            if (_underWay.Find(task => task.IsFaulted) is { } wrong)
                await wrong;
        }
        await Task.WhenAll(_underWay);
    }

    /// <summary>Something is done to a server, for a while; other things go on meanwhile.</summary>
    private void Disturb(int chosen)
    {
        var free = _servers.Where(server => !server.IsBusy).ToArray();
        // One at least is left to go on.
        if (free.Length < 2)
            return;
        var server = free[_random.Next(free.Length)];
        if (chosen < 5)
            Do("killed", server.Kill());
        else if (chosen < 7 || server.Network is null)
            Do("stopped for a while", server.Stop(TimeSpan.FromSeconds(5 + _random.Next(Math.Max(1, (int)options.LongestStop.TotalSeconds - 4)))));
        else
            Do("network cut", server.Cut(TimeSpan.FromSeconds(1 + _random.Next(20))));
    }

    private void Break(DatabasePair database)
    {
        switch (_random.Next(22))
        {
            case < 11:
                Count("turns cut");
                Cut(database, "chatroom/turn");
                break;
            case < 16:
                Count("bells cut");
                Cut(database, "chatroom/ear");
                break;
            case < 18:
                Count("database crashed");
                database.Primary.Crash();
                break;
            case < 20:
                Count("database killed");
                database.Primary.Kill();
                break;
            default:
                if (options.Standby == StandbyKind.None)
                    return;
                Count("failed over");
                database.FailOver();
                break;
        }
    }

    private void Do(string fault, Task task)
    {
        Count(fault);
        _underWay.Add(task);
    }

    private static void Cut(DatabasePair database, string name) =>
        database.Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{name}' AND random() < 0.5");

    private void Count(string fault)
    {
        _faults[fault] = _faults.GetValueOrDefault(fault) + 1;
        if (_faults.Values.Sum() % 50 == 0)
            progress.WriteLine(string.Join(", ", _faults.Select(one => $"{one.Key} {one.Value}")));
    }

    /// <summary>A server that ended by itself is a failure; another one takes its place.</summary>
    private async Task Replace()
    {
        foreach (var server in _servers.Where(server => server.HasFailed))
        {
            _failed++;
            progress.WriteLine($"a server ended: {string.Join('\n', await server.LastWords)}");
            await server.StartSometime();
        }
    }

    /// <summary>Who is there, in which room, as each server tells it when nobody talks any more; each is asked until all say the same, or for long enough.</summary>
    private async Task<int> Worlds()
    {
        var judges = await Task.WhenAll(_servers.Select((server, i) => WireClient.EnterRoom(server.EndPoint, $"judge{i}", Talker.Room)));
        for (var tries = 0; ; tries++)
        {
            var told = new System.Collections.Generic.HashSet<string>();
            foreach (var judge in judges)
            {
                await judge.Send($"NAMES {Talker.Room}\r\nWHO {Talker.Room}\r\nPING done{tries}");
                var heard = await judge.Heard.AllUntil($"done{tries}");
                told.Add(string.Join('\n', heard.Where(line => line.Contains(" 353 ", StringComparison.Ordinal) || line.Contains(" 352 ", StringComparison.Ordinal)).Select(Common).Order()));
            }
            if (told.Count > 1 && tries < 60)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
                continue;
            }
            if (told.Count > 1)
                progress.WriteLine(string.Join("\n---\n", told));
            foreach (var judge in judges)
                await judge.DisposeAsync();
            return told.Count;
        }
    }

    /// <summary>An answer without who asked whom.</summary>
    private static string Common(string line)
    {
        var words = line.Split(' ');
        return words[1] == "353" ? string.Join(' ', words[3..].Select(word => word.TrimStart(':')).Order()) : string.Join(' ', words[4..6].Append(words[7]));
    }

    private SeveralTally Judge(DatabasePair database, Talker[] talkers)
    {
        var epochs = Rows(database, "SELECT epoch || ' ' || first FROM epochs ORDER BY first").Select(parts => (parts[0], long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        var kept = Rows(database, "SELECT (SELECT epoch FROM epochs WHERE first <= seq ORDER BY first DESC LIMIT 1) || '-' || seq || ' ' || convert_from(body, 'UTF8') " +
            "FROM events WHERE kind = 12 AND body IS NOT NULL ORDER BY seq").Select(parts => new SeenLine(parts[0], parts[1])).ToArray();
        var collided = database.Primary.Log.Split('\n').Count(line => line.Contains("events_pkey", StringComparison.Ordinal));
        return SeveralVerdict.Of(kept, [.. talkers.Select(talker => talker.Echoed)], [.. talkers.SelectMany(talker => talker.Heard)], options.Standby == StandbyKind.Async ? epochs : []) with
        {
            Faults = _faults,
            Refused = talkers.Sum(talker => talker.Refused.Count),
            FalselyRefused = talkers.Sum(talker => talker.Refused.Intersect(kept.Select(line => line.Text)).Count()),
            SlowestEcho = talkers.Max(talker => talker.SlowestEcho),
            Collided = collided,
            Failed = _failed,
        };
    }

    private static IEnumerable<string[]> Rows(DatabasePair database, string sql) =>
        database.Run(sql).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(' ', 2));
}
