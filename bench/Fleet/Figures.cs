using System.Diagnostics;
using ChatRoom.Bench.Driver;
using ChatRoom.Testing;

namespace ChatRoom.Bench.Fleet;

/// <summary>
/// What one chat on several servers costs, in one run with what it is to be compared with: one server on SQLite, and the engine by itself. A figure is a line; on a machine
/// that does other work, only the ratios say something.
/// </summary>
internal sealed class Figures(TextWriter output, TimeSpan time, bool hasStandby) : IDisposable
{
    private const int Servers = 3;
    private const int TalkersOfServer = 4;
    private const int Window = 32;

    private readonly TemporaryFolder _folder = new();
    private readonly List<RunningServer> _fleet = [];
    private int _names;

    public async Task Run()
    {
        using var database = new PostgresCluster();
        using var standby = hasStandby ? PostgresCluster.StandbyOf(database) : null;
        if (hasStandby)
            database.Run(["ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()"]);
        await using var alone = await RunningServer.Started("--data", _folder["alone"], "--flood", "off");
        for (var i = 0; i < Servers; i++)
            _fleet.Add(await RunningServer.Started("--journal", database.Address("chatroom"), "--data", _folder[$"{i}"], "--flood", "off", "--name", $"server{i}.test"));

        Lone("SQLite", alone, alone);
        Lone("fleet", _fleet[0], _fleet[1]);
        Said("SQLite, one server", [alone], Servers * TalkersOfServer);
        var usual = Said("fleet", _fleet, TalkersOfServer);
        output.WriteLine($"bare engine, {Servers} writers: {BareEngine.Run(database, Servers, time):0} rows/s");
        await Typing(usual);
        foreach (var people in (int[])[100, 1000])
        {
            await FanOut("SQLite", alone, people);
            await FanOut("fleet", _fleet[0], people);
        }
        if (hasStandby)
            return;
        await StandStill("kill -9", server => server.Kill());
        await StandStill("SIGSTOP", server =>
        {
            server.Program.Send(Signal.Stop);
            return Task.CompletedTask;
        });
    }

    public void Dispose()
    {
        foreach (var server in _fleet)
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Dispose();
    }

    /// <summary>One line at a time on idle servers: its echo, and when it is heard on another one.</summary>
    private void Lone(string name, RunningServer here, RunningServer there)
    {
        using var speaker = new Speaker(here.EndPoint, Name(), "#lone");
        using var listener = new Speaker(there.EndPoint, Name(), "#lone");
        using var over = new CancellationTokenSource();
        var hearing = Background(() => listener.Listen(over.Token));
        // The first ones warm up what is measured.
        speaker.TalkSlowly(50, TimeSpan.FromMilliseconds(20));
        speaker.Latencies.Clear();
        listener.Latencies.Clear();
        speaker.TalkSlowly((int)(time.TotalMilliseconds / 20), TimeSpan.FromMilliseconds(20));
        over.Cancel();
        hearing.Join();
        output.WriteLine($"lone line, {name}: echo p50 {At(speaker.Latencies, 50):0.0}, p99 {At(speaker.Latencies, 99):0.0} ms; heard by another{(here == there ? "" : " on another server")} p50 {At(listener.Latencies, 50):0.0} ms");
    }

    /// <summary>Everybody says as much as is taken, each in a room of their own: lines a second.</summary>
    private double Said(string name, IReadOnlyList<RunningServer> servers, int talkers)
    {
        var people = servers.Select(server => Enumerable.Range(0, talkers).Select(_ => new Speaker(server.EndPoint, Name(), $"#{Name()}")).ToArray()).ToArray();
        using var over = new CancellationTokenSource(time);
        var clock = Stopwatch.StartNew();
        var threads = people.SelectMany(some => some).Select(speaker => Background(() => speaker.Talk(Window, over.Token))).ToList();
        threads.ForEach(thread => thread.Join());
        var seconds = clock.Elapsed.TotalSeconds;
        var all = people.SelectMany(some => some).SelectMany(speaker => speaker.Latencies).ToList();
        var shares = people.Select(some => (double)some.Sum(speaker => speaker.Latencies.Count)).ToList();
        foreach (var speaker in people.SelectMany(some => some))
            speaker.Dispose();
        output.WriteLine($"said, {name}: {all.Count / seconds:0}/s, echo p50 {At(all, 50):0.0}, p99 {At(all, 99):0.0} ms, fairness {shares.Min() / shares.Max():0.00}");
        return all.Count / seconds;
    }

    /// <summary>What is said while five hundred people type on one of the servers: their signs are no turns.</summary>
    private async Task Typing(double usual)
    {
        await using var crowd = new Crowd(_fleet[0].EndPoint, Name(), 500, "#type", 10);
        using var over = new CancellationTokenSource();
        var typing = Task.Run(() => crowd.Type("#type", over.Token));
        var said = Said("fleet, while 500 type", _fleet, TalkersOfServer);
        await over.CancelAsync();
        await typing;
        output.WriteLine($"  that is {said / usual:0.00} of what is said while nobody types");
    }

    /// <summary>CPU of the server for each line that somebody in a room hears.</summary>
    private async Task FanOut(string name, RunningServer server, int people)
    {
        var room = $"#{Name()}";
        await using var crowd = new Crowd(server.EndPoint, Name(), people, room, int.MaxValue);
        using var speaker = new Speaker(server.EndPoint, Name(), room);
        using (var warm = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
            speaker.Talk(8, warm.Token);
        var (before, lines) = (CpuOf(server), speaker.Latencies.Count);
        using (var over = new CancellationTokenSource(time))
            speaker.Talk(8, over.Token);
        output.WriteLine($"CPU of a delivery, {name}, {people} in one room: {(CpuOf(server) - before).TotalMicroseconds / ((speaker.Latencies.Count - lines) * (people + 1.0)):0.00} us");
    }

    /// <summary>Somebody on each server talks; one server is gone in the middle of it. How long nobody heard anything elsewhere, and when its people were taken to be gone.</summary>
    private async Task StandStill(string how, Func<RunningServer, Task> end)
    {
        using var guest = new Speaker(_fleet[0].EndPoint, Name(), "#still");
        using var watcher = new Speaker(_fleet[1].EndPoint, Name(), "#still");
        Speaker[] others = [new(_fleet[1].EndPoint, Name(), $"#{Name()}"), new(_fleet[2].EndPoint, Name(), $"#{Name()}")];
        using var doomed = new Speaker(_fleet[0].EndPoint, Name(), $"#{Name()}");
        using var over = new CancellationTokenSource();
        using var elsewhere = new CancellationTokenSource();
        var talking = others.Select(speaker => Background(() => speaker.Talk(4, over.Token))).ToList();
        var dying = Background(() => UntilCut(() => doomed.Talk(4, elsewhere.Token)));
        await Task.Delay(TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        await end(_fleet[0]);
        watcher.Await($":{guest.Nick}!");
        var gone = clock.Elapsed;
        await over.CancelAsync();
        await elsewhere.CancelAsync();
        talking.ForEach(thread => thread.Join());
        await _fleet[0].Kill();
        dying.Join();
        output.WriteLine($"after {how} of a server: others hear nothing for {others.Max(speaker => speaker.LongestSilence) / 1000:0.00} s at most; its people are gone after {gone.TotalSeconds:0.0} s");
        foreach (var speaker in others)
            speaker.Dispose();
        await _fleet[0].Start();
    }

    private static void UntilCut(Action talk)
    {
        try
        {
            talk();
        }
        catch (Exception cut) when (cut is EndOfStreamException or System.Net.Sockets.SocketException or IOException)
        {
            // As it is meant to be.
        }
    }

    private static Thread Background(Action work)
    {
        var thread = new Thread(() => work()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    /// <summary>Of the process and of those that it started: `serve` runs in one of its own.</summary>
    private static TimeSpan CpuOf(RunningServer server)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            var id = Path.GetFileName(folder);
            var words = File.Exists($"{folder}/stat") && File.ReadAllText($"{folder}/stat") is var stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : [];
            if (words.Length > 12 && (id == $"{server.Program.Id}" || words[1] == $"{server.Program.Id}"))
                ticks += long.Parse(words[11], System.Globalization.CultureInfo.InvariantCulture) + long.Parse(words[12], System.Globalization.CultureInfo.InvariantCulture);
        }
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    private static double At(List<double> latencies, int percent)
    {
        var sorted = latencies.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }

    private string Name() => $"n{++_names}";
}
