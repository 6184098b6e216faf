using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatRoom.Irc;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>One room, and people in it on three servers, each with another client: all of them see the same, line by line, and where a client tells ids, id by id.</summary>
public sealed partial class ThreeServersTests : IDisposable
{
    private const string Room = "#lobby";
    private const string Capabilities = "echo-message message-tags";

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [InstalledFact("postgresql", "irssi", "script", "weechat-headless", "tail")]
    public async Task With_irssi_on_one_WeeChat_on_another_and_ours_on_the_third_all_see_the_same_line_by_line()
    {
        using var database = new PostgresCluster();
        await using var first = await Serve(database, 1);
        await using var second = await Serve(database, 2);
        await using var third = await Serve(database, 3);
        // An account that was registered at one server logs in at another.
        await using (var tuan = await WireClient.Enter(first.EndPoint, "Tuan"))
        {
            await tuan.Send("NS REGISTER tea");
            await tuan.Heard.Until("is yours");
            await tuan.Quit();
        }
        await using var mai = await WireClient.EnterRoom(first.EndPoint, "Mai", Room, Capabilities);
        await using var hai = await WireClient.EnterRoom(second.EndPoint, "Hai", Room, Capabilities);
        await using var anh = await WireClient.EnterRoom(third.EndPoint, "Anh", Room, Capabilities);
        await using var irssi = new Irssi("Duy", first.EndPoint, "", Room);
        await using var weechat = new WeeChat(second.EndPoint, "plain");
        await using var ours = RunningProgram.ChatRoom([.. Joined.Command(third, "Linh"), "--json"]);
        WireClient[] observers = [mai, hai, anh];
        foreach (var nick in (string[])["Duy", "Tuan", "Linh"])
            await IsThere(mai, nick);

        // One after the other, each from another client, and each is seen before the next is typed: both others' clients show their own line at once, wherever it comes to stand.
        for (var round = 0; round < 3; round++)
        {
            await Say($"line-Duy-{round}", irssi.Type, observers, weechat.Shown);
            await Say($"line-Tuan-{round}", weechat.Type, observers, irssi.Shown);
            await Say($"line-Linh-{round}", line => ours.Type($"{line}\n"), observers, irssi.Shown, weechat.Shown);
        }
        // And all at once: whatever the order is, it is the same.
        await Task.WhenAll(observers.Select((observer, i) => Chatter(observer, i)));
        var heard = await Task.WhenAll(observers.Select(HeardAll));
        await mai.Send($"PRIVMSG {Room} :the-end");

        Assert.Equal(150, heard[0].Length);
        Assert.Equal(heard[0], heard[1]);
        Assert.Equal(heard[0], heard[2]);
        var all = (string[])[.. Enumerable.Range(0, 3).SelectMany(round => (string[])[$"line-Duy-{round}", $"line-Tuan-{round}", $"line-Linh-{round}"]), .. heard[0].Select(line => line.Text)];
        Assert.Equal(all, await Logged(irssi.LogOf(Room)));
        Assert.Equal(all, await Logged(weechat.LogOf(Room)));
        var said = (await ours.Output.AllUntil("the-end")).Select(line => JsonDocument.Parse(line).RootElement).Where(happened => happened.GetProperty("type").GetString() == "said")
            .Select(happened => (Id: happened.GetProperty("msgid").GetString(), Text: happened.GetProperty("text").GetString()!)).Where(one => Marked().IsMatch(one.Text)).ToArray();
        Assert.Equal(all, said.Select(one => one.Text));
        Assert.Equal(heard[0].Select(line => line.Id), said.TakeLast(150).Select(one => one.Id));
    }

    private Task<RunningServer> Serve(PostgresCluster database, int number) => RunningServer.Started(
        "--journal", database.Address("chatroom"), "--data", _data[$"{number}"], "--flood", "off", "--name", $"server{number}.test");

    /// <summary>In the room, as this server knows it.</summary>
    private static async Task IsThere(WireClient asking, string nick)
    {
        var since = Stopwatch.StartNew();
        List<string> names;
        do
        {
            await asking.Send($"NAMES {Room}");
            names = await asking.Heard.AllUntil(" 366 ");
        }
        while (!names.Exists(line => line.Contains(" 353 ", StringComparison.Ordinal) && line.Split(':', ' ').Any(word => word.TrimStart('@', '~') == nick)) && since.Elapsed < LineFeed.Deadline);
    }

    private static async Task Say(string line, Func<string, Task> type, WireClient[] observers, params LineFeed[] screens)
    {
        await type(line);
        foreach (var feed in observers.Select(observer => observer.Heard).Concat(screens))
            await feed.Until(line);
    }

    private static async Task Chatter(WireClient who, int number)
    {
        for (var i = 0; i < 50; i++)
            await who.Send(string.Create(CultureInfo.InvariantCulture, $"PRIVMSG {Room} :line-at-once-{number}-{i}"));
    }

    private static async Task<(string? Id, string Text)[]> HeardAll(WireClient observer)
    {
        var heard = new List<(string?, string)>();
        while (heard.Count < 150)
        {
            var line = Message.Parse(await observer.Heard.Until(":line-at-once-"));
            heard.Add((line.Tag("msgid"), line.Parameter(1)));
        }
        return [.. heard];
    }

    /// <summary>What stands in a client's log, when the last line stands there.</summary>
    private static async Task<string[]> Logged(string file)
    {
        await using var log = RunningProgram.Other("tail", "-n", "+1", "-F", file);
        var lines = await log.Output.AllUntil("the-end");
        return [.. lines.Select(line => Marked().Match(line)).Where(match => match.Success).Select(match => match.Value)];
    }

    [GeneratedRegex("line-[A-Za-z]+-[-a-z0-9]+")]
    private static partial Regex Marked();
}
