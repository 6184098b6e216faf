using System.Diagnostics;
using System.Globalization;
using ChatRoom.Bench.Driver;
using ChatRoom.Testing;

namespace ChatRoom.Bench.Several;

/// <summary>
/// What several servers cost, and how long others notice that one died, in one run: one server on SQLite, three on PostgreSQL, and the bare engine. Everything is on
/// the same cores, the people too, so each figure is an upper bound.
/// </summary>
public sealed class Figures(TextWriter output, TimeSpan time, bool hasNetworks)
{
    private const int Servers = 3;

    public async Task Run()
    {
        Row("", "one on SQLite", "three on PostgreSQL");
        await Speed();
        await Faults();
        await Promotion();
    }

    private async Task Speed()
    {
        using var folder = new TemporaryFolder();
        await using var single = await RunningServer.Started("--data", folder["sqlite"], "--flood", "off");
        using var database = new DatabasePair(StandbyKind.None, 0);
        await using var fleet = await Fleet.Start(Servers, database, networks: []);
        var (lone, far) = (await LoneLines.Measure(single, single), await LoneLines.Measure(fleet[0], fleet[Servers - 1]));
        Row("lone line, echo p50 / p99, ms", Two(lone.Echo), Two(far.Echo));
        Row("lone line, heard by another (on another server) p50 / p99, ms", Two(lone.Heard), Two(far.Heard));
        foreach (var window in (int[])[1, 16, 64])
        {
            var (sqlite, several) = (await Crowd.Talk([single], window, time), await Crowd.Talk(fleet.All, window, time));
            Row($"said/s, 12 people with {window} lines under way", $"{sqlite.PerSecond:0}", $"{several.PerSecond:0}");
            Row("  echo p50 / p99, ms", Two(sqlite.Echo), Two(several.Echo));
            Row("  fairness: the least busy server against the busiest", "-", several.Fairness.ToString("0.00", CultureInfo.InvariantCulture));
        }
        await Typing(fleet);
        foreach (var perTurn in (int[])[1, 16, 256])
            Row($"bare engine, {perTurn} events a turn, 3 connections, events/s", "-", $"{await BareEngine.Measure(database, Servers, perTurn, time):0}");
    }

    /// <summary>What is passing takes no turn. Said in turns with and without it, so that the machine's moods are in both.</summary>
    private async Task Typing(Fleet fleet)
    {
        var (quiet, beside, heard) = (new List<Crowd>(), new List<Crowd>(), 0.0);
        for (var i = 0; i < 3; i++)
        {
            quiet.Add(await Crowd.Talk(fleet.All, 16, time));
            await using var typers = await Typers.Begin([.. fleet.All.Select(server => server.EndPoint)]);
            beside.Add(await Crowd.Talk(fleet.All, 16, time));
            heard += typers.Heard / time.TotalSeconds / 3;
        }
        Row($"said/s, 12 people with 16 lines under way, and with {Typers.People} typing", "-", string.Create(CultureInfo.InvariantCulture, $"{Median(quiet):0} / {Median(beside):0}"));
        Row("  times a second that one of them is told of another", "-", heard.ToString("0", CultureInfo.InvariantCulture));
    }

    private async Task Faults()
    {
        ServerNetwork[] networks = hasNetworks ? [.. Enumerable.Range(0, Servers).Select(number => new ServerNetwork(number))] : [];
        using var database = new DatabasePair(StandbyKind.None, networks.Length);
        await using var fleet = await Fleet.Start(Servers, database, networks);
        var kill = await Standstill.Measure(fleet, server => server.Kill());
        Row("others stand still after kill -9 of one, s", "-", Seconds(kill.Longest));
        Row("its people are gone for others after, s", "-", Seconds(kill.Gone));
        var stop = await Standstill.Measure(fleet, server => server.Stop(TimeSpan.FromSeconds(10)));
        Row("others stand still after SIGSTOP, s; gone after, s", "-", $"{Seconds(stop.Longest)}; {Seconds(stop.Gone)}");
        if (networks.Length == 0)
            return;
        var cut = await Standstill.Measure(fleet, server => server.Cut(TimeSpan.FromSeconds(10)));
        Row("others stand still after a cut network, s; gone after, s", "-", $"{Seconds(cut.Longest)}; {Seconds(cut.Gone)}");
    }

    private async Task Promotion()
    {
        using var database = new DatabasePair(StandbyKind.Sync, 0);
        await using var fleet = await Fleet.Start(Servers, database, networks: []);
        var far = await LoneLines.Measure(fleet[0], fleet[Servers - 1]);
        Row("with a synchronous standby here: lone line, echo p50 / p99, ms", "-", Two(far.Echo));
        await using var speaker = await WireClient.EnterRoom(fleet[0].EndPoint, "mai", Talker.Room, "echo-message");
        var clock = new Stopwatch();
        var failing = Task.Run(() => database.FailOver(promoted: clock.Start));
        while (!clock.IsRunning)
            await Task.Yield();
        await speaker.Send($"PRIVMSG {Talker.Room} :after the promotion");
        await speaker.Heard.Until(":after the promotion");
        Row("first line after a new primary takes writes, s", "-", Seconds(clock.Elapsed));
        await failing;
    }

    private void Row(string what, string single, string several) => output.WriteLine($"{what,-66}{single,16}{several,22}");

    private static double Median(List<Crowd> crowds) => Share([.. crowds.Select(crowd => crowd.PerSecond)], 0.5);

    private static string Two(IReadOnlyList<double> times) => string.Create(CultureInfo.InvariantCulture, $"{Share(times, 0.5):0.0} / {Share(times, 0.99):0.0}");

    private static double Share(IReadOnlyList<double> times, double share) => times.Order().ElementAt((int)((times.Count - 1) * share));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
