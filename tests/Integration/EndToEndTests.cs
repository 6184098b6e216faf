using ChatRoom.Integration.Tests.Containers;

namespace ChatRoom.Integration.Tests;

/// <summary>What the README promises, told by the whole program: as a plain process, and as the image that people run.</summary>
[Collection(ContainerCollection.Name)]
public sealed class EndToEndTests(ChatRoomImage image)
{
    private static readonly Dictionary<string, Func<IServerUnderTest, Task>> Stories = new()
    {
        ["two people chat through pipes"] = TwoPeopleChat,
        ["what was said is there after kill -9 and a restart"] = KillAndRestart,
        ["who comes later is shown what was said before"] = ComeLater,
        ["a reader who does not read is closed while others chat"] = SlowReader.Story,
        ["at a stop everybody is told, and the exit code is 0"] = Stop,
        ["a stop of a busy server loses nothing that was echoed"] = StopBusy,
    };

    public static TheoryData<string> All => [.. Stories.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task In_a_process(string story)
    {
        using var folder = new TemporaryFolder();
        await using var server = new RunningServer("--data", folder["data"], "--flood", "off");
        await server.Start();
        await Stories[story](server);
    }

    [EngineTheory]
    [Trait(EngineFactAttribute.Needs, EngineFactAttribute.Engine)]
    [MemberData(nameof(All))]
    public async Task In_a_container(string story)
    {
        await using var server = await image.Server(null, "serve", "--host", "0.0.0.0", "--insecure", "--flood", "off");
        await server.Start();
        await Stories[story](server);
    }

    private static async Task TwoPeopleChat(IServerUnderTest server)
    {
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

    private static async Task KillAndRestart(IServerUnderTest server)
    {
        await using (var tuan = await Joined.As(server, "Tuan"))
        {
            await tuan.Type("one\ntwo\nthree\n");
            await tuan.Output.Until("Tuan: three");
        }
        await server.Kill();
        await server.Start();
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby", "batch draft/chathistory");
        await duy.Send("CHATHISTORY LATEST #lobby * 100");
        Assert.Equal(["one", "two", "three"], (await duy.Heard.AllUntil(" BATCH -")).Said());
    }

    private static async Task ComeLater(IServerUnderTest server)
    {
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

    private static async Task Stop(IServerUnderTest server)
    {
        await using var one = await WireClient.EnterRoom(server.EndPoint, "one", "#lobby");
        await using var two = await WireClient.Enter(server.EndPoint, "two");
        Assert.Equal(0, await server.Stop());
        Assert.Equal("ERROR :Closing link: the server is stopping", (await one.Heard.Rest())[^1]);
        Assert.Equal("ERROR :Closing link: the server is stopping", (await two.Heard.Rest())[^1]);
    }

    private static async Task StopBusy(IServerUnderTest server)
    {
        const int lines = 2_000;
        List<string> echoed;
        await using (var busy = await WireClient.EnterRoom(server.EndPoint, "busy", "#lobby", "echo-message"))
        {
            await busy.Send(string.Join("\r\n", Enumerable.Range(0, lines).Select(number => $"PRIVMSG #lobby :{number}")));
            echoed = [.. (await busy.Heard.AllUntil(" :100")).Said()];
            Assert.Equal(0, await server.Stop());
            echoed.AddRange((await busy.Heard.Rest()).Said());
        }
        await server.Start();
        await using var later = await WireClient.EnterRoom(server.EndPoint, "later", "#lobby", "batch draft/chathistory");
        await later.Send("CHATHISTORY AFTER #lobby timestamp=2020-01-01T00:00:00.000Z 1000");
        var kept = (await later.Heard.AllUntil(" BATCH -")).Said().ToList();
        // What was decided in the last turn and not echoed any more may be there too; nothing may be missing, doubled or out of order.
        var first = Math.Min(echoed.Count, kept.Count);
        Assert.True(kept.Count >= Math.Min(echoed.Count, 1000), $"{kept.Count} of {echoed.Count} echoed lines are kept.");
        Assert.Equal(echoed.Take(first), kept.Take(first));
    }
}
