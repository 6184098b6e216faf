using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using ChatRoom.Bench.Load;

var host = new Option<string>("--host") { Description = "the server's address", DefaultValueFactory = _ => "127.0.0.1" };
var port = Number("--port", "the server's port", 6667);
var people = Number("--people", "connections, spread evenly over the rooms", 100);
var rooms = Number("--rooms", "rooms", 1);
var rate = Number("--rate", "messages a second, all together", 500);
var seconds = Number("--seconds", "how long people talk", 10);
var speakers = Number("--speakers", "how many in each room talk", 4);
var length = Number("--length", "bytes of a message's text; the first ones carry our marks", 80, least: 60, most: 400);
var mine = new Option<bool>("--yes-this-is-my-server") { Description = "allow a server that is not on this machine" };
var root = new RootCommand("Lets a crowd talk on an IRC server and measures what is heard. The server's flood protection has to be off.")
{
    host, port, people, rooms, rate, seconds, speakers, length, mine,
};
root.SetAction(async parsed =>
{
    if (!IPAddress.TryParse(parsed.GetValue(host), out var address))
        return Refuse("--host must be an address, such as 127.0.0.1");
    if (!IPAddress.IsLoopback(address) && !parsed.GetValue(mine))
        return Refuse($"{address} is another machine; if the server there is yours, say --yes-this-is-my-server");
    if (parsed.GetValue(people) < 2 * parsed.GetValue(rooms))
        return Refuse("--people must be at least two for each room, or nobody hears anything");
    var options = new LoadOptions(
        new IPEndPoint(address, parsed.GetValue(port)), parsed.GetValue(people), parsed.GetValue(rooms), parsed.GetValue(rate),
        parsed.GetValue(seconds), parsed.GetValue(speakers), parsed.GetValue(length));
    try
    {
        using var run = new LoadRun(options);
        var report = await run.Run();
        Console.WriteLine(report);
        return report.IsGood ? 0 : 1;
    }
    catch (Exception wrong) when (wrong is SocketException or TimeoutException or InvalidOperationException)
    {
        await Console.Error.WriteLineAsync($"{options.Server}: {wrong.Message}");
        return 1;
    }
});
return await root.Parse(args).InvokeAsync();

static int Refuse(string why)
{
    Console.Error.WriteLine(why);
    return 2;
}

static Option<int> Number(string name, string description, int byDefault, int least = 1, int most = 100_000)
{
    var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => byDefault };
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is var number && (number < least || number > most))
            result.AddError($"{name} must be {least} to {most}");
    });
    return option;
}
