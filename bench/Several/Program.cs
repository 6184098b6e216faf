using System.CommandLine;
using System.Diagnostics;
using ChatRoom.Bench.Several;

var seconds = Number("--seconds", 120, "how long faults are made");
var seed = Number("--seed", Random.Shared.Next(), "where every random choice comes from; it is printed, so that a run can be repeated");
var servers = Number("--servers", 3, "servers on the one journal");
var talkers = Number("--talkers", 2, "people on each server who say a line, wait for its echo, and say the next");
var faults = Number("--faults", 100_000, "it ends when so many were made");
var standby = new Option<StandbyKind>("--standby") { Description = "a second PostgreSQL, which takes over when the first is killed for good" };
var networks = new Option<bool>("--networks") { Description = "each server in a network of its own, which is cut; needs root" };
var figures = new Option<bool>("--figures") { Description = "no faults: what several servers cost and how long others notice that one died, with SQLite and the bare engine beside; a measurement takes 5 s, or --seconds" };
var root = new RootCommand("Runs servers on one PostgreSQL, kills, stops and cuts all of them, and checks that what was echoed or heard is kept: once, in one order, for everybody.")
{
    seconds, seed, servers, talkers, faults, standby, networks, figures,
};
root.SetAction(async parsed =>
{
    var options = new SeveralOptions(
        TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(seed), parsed.GetValue(servers), parsed.GetValue(talkers))
    {
        MostFaults = parsed.GetValue(faults),
        Standby = parsed.GetValue(standby),
        HasNetworks = parsed.GetValue(networks),
    };
    if (options.HasNetworks && ServerNetwork.Missing is { } missing)
    {
        Console.Error.WriteLine(missing);
        return 2;
    }
    if (parsed.GetValue(figures))
    {
        var each = parsed.GetResult(seconds) is { Implicit: false } ? options.Time : TimeSpan.FromSeconds(5);
        await new Figures(Console.Out, each, options.HasNetworks).Run();
        return 0;
    }
    var clock = Stopwatch.StartNew();
    var tally = await new SeveralTest(options, Console.Error).Run();
    Console.WriteLine($"{tally}; seed {options.Seed}, {clock.Elapsed.TotalSeconds:0} s");
    return tally.IsGood ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

static Option<int> Number(string name, int byDefault, string description) =>
    new(name) { Description = description, DefaultValueFactory = _ => byDefault };
