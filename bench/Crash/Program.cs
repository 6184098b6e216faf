using System.CommandLine;
using System.Diagnostics;
using ChatRoom.Bench.Crash;

var rounds = new Option<int>("--rounds") { Description = "how often the server is killed", DefaultValueFactory = _ => 20 };
var seed = new Option<int>("--seed") { Description = "where every random choice comes from; printed, so that a run can be repeated", DefaultValueFactory = _ => Random.Shared.Next() };
var writers = new Option<int>("--writers") { Description = "people who write as fast as they are let", DefaultValueFactory = _ => 4 };
var readers = new Option<int>("--readers") { Description = "people who only listen; the first has no capabilities", DefaultValueFactory = _ => 2 };
var life = new Option<int>("--life") { Description = "milliseconds after which the server is killed at the latest", DefaultValueFactory = _ => 150 };
var minutes = new Option<int>("--minutes") { Description = "after so long no new round begins", DefaultValueFactory = _ => 30 };
var root = new RootCommand("Kills `chatroom serve` at random moments and checks that everything which was echoed or heard is kept, once and in order.")
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
