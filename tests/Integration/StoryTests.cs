namespace ChatRoom.Integration.Tests;

/// <summary>What the README promises, told by the programs themselves.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task Two_people_chat_through_pipes()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var duy = await Joined.As(server, "Duy");
        await using var tuan = await Joined.As(server, "Tuan");
        await duy.Output.Until("Tuan has connected to the chat room");
        await tuan.Type("Hello, Duy!\n");
        Assert.Equal("Tuan: Hello, Duy!", await duy.Output.Until("Hello, Duy!"));
        Assert.Equal("Tuan: Hello, Duy!", await tuan.Output.Until("Hello, Duy!"));
        duy.EndInput();
        Assert.Equal(0, await duy.Exit());
        Assert.Equal("Duy has left the chat room!", await tuan.Output.Until("has left"));
        tuan.EndInput();
        Assert.Equal(0, await tuan.Exit());
    }

    [Fact]
    public async Task What_was_said_is_there_after_kill_and_restart()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--data", folder["data"]);
        await using (var tuan = await Joined.As(server, "Tuan"))
        {
            await tuan.Type("one\ntwo\nthree\n");
            await tuan.Output.Until("Tuan: three");
        }
        await server.Kill();
        await server.Start();
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby", "batch draft/chathistory");
        await duy.Send("CHATHISTORY LATEST #lobby * 100");
        var history = await duy.Heard.AllUntil(" BATCH -");
        Assert.Equal(["one", "two", "three"], history.Said());
    }

    [Fact]
    public async Task Who_comes_later_is_shown_what_was_said_before()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--data", folder["data"]);
        await using var tuan = await Joined.As(server, "Tuan");
        await tuan.Type("Is anybody there?\n");
        await tuan.Output.Until("Tuan: Is anybody there?");
        tuan.EndInput();
        Assert.Equal(0, await tuan.Exit());
        Assert.Equal(0, await server.Stop());
        await server.Start();
        await using var duy = await Joined.As(server, "Duy");
        Assert.Matches(@"^\[\d{4}-\d\d-\d\d \d\d:\d\d\] Tuan: Is anybody there\?$", await duy.Output.Until("Is anybody there?"));
    }

    [Fact]
    public async Task Ten_thousand_piped_lines_arrive_once_and_in_order()
    {
        const int lines = 10_000;
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--data", folder["data"], "--flood", "off");
        await using var listener = await WireClient.EnterRoom(server.EndPoint, "listener", "#lobby");
        await using var tuan = RunningProgram.ChatRoom(Joined.Command(server, "Tuan"));
        await tuan.Type(string.Concat(Enumerable.Range(1, lines).Select(number => $"line {number}\n")));
        tuan.EndInput();
        var heard = await listener.Heard.AllUntil($":line {lines}");
        Assert.Equal(Enumerable.Range(1, lines).Select(number => $"line {number}"), heard.Said());
        Assert.Equal(0, await tuan.Exit());
        Assert.Equal(lines, (await tuan.Output.Rest()).Count(line => line.StartsWith("Tuan: line ", StringComparison.Ordinal)));
    }
}
