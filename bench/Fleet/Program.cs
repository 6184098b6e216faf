using System.CommandLine;
using ChatRoom.Bench.Fleet;

var seconds = new Option<int>("--seconds") { Description = "how long each figure is measured", DefaultValueFactory = _ => 8 };
var standby = new Option<bool>("--standby") { Description = "with a synchronous standby on the same machine" };
var root = new RootCommand("Measures what one chat on three servers costs, with one server on SQLite and the bare engine beside it.") { seconds, standby };
root.SetAction(async parsed =>
{
    using var figures = new Figures(Console.Out, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(standby));
    await figures.Run();
    return 0;
});
return await root.Parse(args).InvokeAsync();
