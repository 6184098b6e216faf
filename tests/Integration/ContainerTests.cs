using System.Diagnostics;
using ChatRoom.Integration.Tests.Containers;

namespace ChatRoom.Integration.Tests;

/// <summary>What only the image promises.</summary>
[Collection(ContainerCollection.Name)]
[Trait(EngineFactAttribute.Needs, EngineFactAttribute.Engine)]
public sealed class ContainerTests(ChatRoomImage image)
{
    [EngineFact]
    public async Task A_volume_is_kept_for_the_next_container()
    {
        var volume = $"chatroom-test-{Guid.NewGuid():N}";
        try
        {
            await using (var old = await image.Server(volume))
            {
                await old.Start();
                await using var tuan = await WireClient.EnterRoom(old.EndPoint, "Tuan", "#lobby", "echo-message");
                await tuan.Send("PRIVMSG #lobby :kept");
                await tuan.Heard.Until(" :kept");
            }
            await using var next = await image.Server(volume);
            await next.Start();
            await using var duy = await WireClient.EnterRoom(next.EndPoint, "Duy", "#lobby", "batch draft/chathistory");
            await duy.Send("CHATHISTORY LATEST #lobby * 10");
            Assert.Equal(["kept"], (await duy.Heard.AllUntil(" BATCH -")).Said());
        }
        finally
        {
            await TestcontainersEngine.RemoveVolume(volume);
        }
    }

    [EngineTheory]
    [InlineData(2, "--port 'six' is not a number from 0 to 65535", "serve", "--port", "six")]
    [InlineData(2, "add --insecure if that is meant", "serve", "--host", "0.0.0.0")]
    [InlineData(1, "the data folder /sys is not writable", "serve", "--data", "/sys")]
    public async Task A_wrong_configuration_is_refused_with_a_clear_line(int exitCode, string line, params string[] command)
    {
        var ended = await (await image.Containers()).Run(ChatRoomImage.Settings(null, command));
        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Contains(line, ended.Errors.Split('\n')[0]);
        Assert.Empty(ended.Output);
    }

    [EngineFact]
    public async Task It_stops_as_process_1_and_by_itself()
    {
        await using var server = await image.Server();
        await server.Start();
        await using var tuan = await WireClient.EnterRoom(server.EndPoint, "Tuan", "#lobby");
        var clock = Stopwatch.StartNew();
        // An engine that loses its patience kills, and that would be 137.
        Assert.Equal(0, await server.Stop());
        image.Report($"a container with somebody in it stopped in {clock.Elapsed.TotalSeconds:0.00} s");
        Assert.Equal("ERROR :Closing link: the server is stopping", (await tuan.Heard.Rest())[^1]);
    }

    [EngineFact]
    public async Task It_says_itself_that_it_is_well()
    {
        await using var server = await image.Server();
        await server.Start();
        Assert.Equal(0, (await server.Execute("/app/chatroom", "health")).ExitCode);
    }

    [EngineFact]
    public async Task It_has_no_rights_that_it_does_not_need()
    {
        await using var server = await image.Server();
        await server.Start();
        var status = (await server.Execute("cat", "/proc/1/status")).Output.Split('\n');
        Assert.Contains("Uid:\t10001\t10001\t10001\t10001", status);
        Assert.Contains("CapEff:\t0000000000000000", status);
        Assert.Contains("CapBnd:\t0000000000000000", status);
        Assert.Contains("NoNewPrivs:\t1", status);
        Assert.NotEqual(0, (await server.Execute("touch", "/app/written")).ExitCode);
        await using var tuan = await WireClient.EnterRoom(server.EndPoint, "Tuan", "#lobby");
    }

    [EngineFact]
    public async Task It_stays_within_its_memory_when_many_do_not_read()
    {
        const int readers = 40;
        var settings = ChatRoomImage.Settings(null, "serve", "--host", "0.0.0.0", "--insecure", "--flood", "off") with { Memory = 160 << 20 };
        await using var server = (await image.Containers()).Create(settings);
        await server.Start();
        await using var talker = await WireClient.EnterRoom(server.EndPoint, "talker", "#lobby", "echo-message");
        var deaf = new List<WireClient>();
        try
        {
            for (var number = 0; number < readers; number++)
                deaf.Add(await SlowReader.Deaf(server, $"deaf{number}"));
            // Several times the container's memory waits for them together, were it kept.
            Assert.InRange(await SlowReader.TalkUntilGone(talker, readers), 1, SlowReader.Most);
        }
        finally
        {
            foreach (var client in deaf)
                await client.DisposeAsync();
        }
        // What takes more than it may is killed, which would be 137.
        Assert.Equal(0, await server.Stop());
    }
}
