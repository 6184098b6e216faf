using System.CommandLine;
using System.Diagnostics;
using ChatRoom.Bench.Cut;

var rounds = Number("--rounds", 20, "how often both talk while their connections are cut");
var seed = Number("--seed", Random.Shared.Next(1_000_000), "where every random choice comes from; it is printed, so that a run can be repeated");
var lines = Number("--lines", 30, "the most that each of them says in a round");
var seconds = Number("--patience", 30, "seconds after which a round that is not calm has gone wrong");
var root = new RootCommand("Cuts the connections of two people who talk, and checks that both screens show what the server has kept, once and in order.")
{
    rounds, seed, lines, seconds,
};
root.SetAction(async parsed =>
{
    var options = new CutOptions(
        parsed.GetValue(rounds), parsed.GetValue(seed), parsed.GetValue(lines), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
    var clock = Stopwatch.StartNew();
    var tally = await new CutTest(options, Console.Error).Run();
    Console.WriteLine($"{tally}; seed {options.Seed}, {clock.Elapsed.TotalSeconds:0} s");
    return tally.Wrong.Count == 0 && tally.Rounds == options.Rounds ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

static Option<int> Number(string name, int byDefault, string description) =>
    new(name) { Description = description, DefaultValueFactory = _ => byDefault };
