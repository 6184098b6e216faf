using System.CommandLine;
using System.Diagnostics;
using ChatRoom.Bench.Driver;
using ChatRoom.Bench.Screen;

var starts = Number("--starts", 20, "how often the client is started, to its first picture");
var messages = Number("--messages", 50_000, "how many messages it hears while keys are pressed");
var rate = Number("--rate", 5_000, "how many of them a second");
var ui = new Option<string>("--ui") { Description = "the driver", DefaultValueFactory = _ => "ansi" };
var root = new RootCommand("Measures the full-screen client on a terminal: its start, the echo of keys while much is said, and its memory.")
{
    starts, messages, rate, ui,
};
root.SetAction(async parsed =>
{
    await using var server = await RunningServer.Started("--memory", "--flood", "off");
    var start = ChatRoomProgram.Start();
    var command = $"{string.Join(' ', start.ArgumentList.Prepend(start.FileName))} join --port {server.EndPoint.Port} --room '#bench' --ui {parsed.GetValue(ui)} --nick";
    await Starts(command, parsed.GetValue(starts));
    await Flood(server, command, parsed.GetValue(messages), parsed.GetValue(rate));
});
return await root.Parse(args).InvokeAsync();

static async Task Starts(string command, int count)
{
    var times = new List<double>();
    for (var i = 0; i < count; i++)
    {
        await using var terminal = ScriptedTerminal.Start($"{command} Starter{i}");
        // The end of a synchronized update: the first picture is complete.
        times.Add(Stopwatch.GetElapsedTime(terminal.Started, await terminal.Sees("\e[?2026l")).TotalMilliseconds);
        await terminal.Type("\u0011");
        await terminal.Exit();
    }
    Print("start to first picture", times);
}

static async Task Flood(RunningServer server, string command, int messages, int rate)
{
    const string circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    await using var terminal = ScriptedTerminal.Start($"{command} Reader");
    // In the room: what is typed before that is written elsewhere.
    await terminal.Sees("1 here");
    var before = terminal.Memory();
    var talking = Talker.Talk(server.EndPoint, "#bench", messages, rate);
    var times = new List<double>();
    for (var i = 0; !talking.IsCompleted; i++)
    {
        var letter = circled[i % circled.Length].ToString();
        var seen = terminal.Sees(letter);
        var pressed = Stopwatch.GetTimestamp();
        await terminal.Type(letter);
        times.Add(Stopwatch.GetElapsedTime(pressed, await seen).TotalMilliseconds);
        // An empty line now and then, so that a letter that comes again is not there yet.
        if (i % 10 == 9)
            await terminal.Type("\u0015");
        await Task.Delay(97);
    }
    await talking;
    var after = terminal.Memory();
    await terminal.Type("\u0015\u0011");
    Console.WriteLine($"left with exit code {await terminal.Exit()}");
    Print($"echo of a key while {rate}/s are heard", times);
    Console.WriteLine($"memory before {before.Now / 1024} MB, after {messages} messages {after.Now / 1024} MB, at most {after.Most / 1024} MB");
}

static void Print(string what, List<double> times)
{
    times.Sort();
    Console.WriteLine(
        $"{what}: median {times[times.Count / 2]:0.0} ms, p99 {times[(int)(times.Count * 0.99)]:0.0} ms, most {times[^1]:0.0} ms, of {times.Count}");
}

static Option<int> Number(string name, int byDefault, string description) =>
    new(name) { Description = description, DefaultValueFactory = _ => byDefault };
