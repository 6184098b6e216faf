using System.CommandLine;
using System.Diagnostics;
using ChatRoom.Bench.Crash;

var rounds = Number("--rounds", 20, "how often the server is killed");
var seed = Number("--seed", Random.Shared.Next(), "where every random choice comes from; it is printed, so that a run can be repeated");
var writers = Number("--writers", 4, "people who write as fast as they are let");
var readers = Number("--readers", 2, "people who only listen; the first has no capabilities");
var life = Number("--life", 150, "milliseconds after which the server is killed at the latest");
var minutes = Number("--minutes", 30, "after so long no new round begins");
var root = new RootCommand("Kills `chatroom serve` at random moments and checks that what was echoed or heard is kept, once and in order.")
{
    rounds, seed, writers, readers, life, minutes,
};
root.SetAction(async parsed =>
{
    var options = new CrashOptions(
        parsed.GetValue(rounds), parsed.GetValue(seed), parsed.GetValue(writers), parsed.GetValue(readers),
        TimeSpan.FromMilliseconds(parsed.GetValue(life)), TimeSpan.FromMinutes(parsed.GetValue(minutes)));
    var clock = Stopwatch.StartNew();
    var tally = await new CrashTest(options, Console.Error).Run();
    Console.WriteLine($"{tally}; seed {options.Seed}, {clock.Elapsed.TotalSeconds:0} s");
    return tally.IsGood && tally.Rounds == options.Rounds ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

static Option<int> Number(string name, int byDefault, string description) =>
    new(name) { Description = description, DefaultValueFactory = _ => byDefault };
