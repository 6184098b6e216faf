using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ChatRoom.Integration.Tests.Containers;

namespace ChatRoom.Integration.Tests;

/// <summary>What docker-compose.yml promises of its profile `several`, with everything that it starts.</summary>
[Collection(ContainerCollection.Name)]
[Trait(EngineFactAttribute.Needs, EngineFactAttribute.Engine)]
public sealed class ComposeTests(ChatRoomImage image)
{
    private readonly string _project = $"chatroom-test-{Guid.NewGuid():N}";
    private readonly IPEndPoint _door = new(IPAddress.Loopback, FreePort.Take());

    [ComposeFact]
    public async Task One_command_starts_it_and_a_server_that_is_killed_takes_nothing_with_it()
    {
        await image.Containers();
        try
        {
            await Compose("up", "--detach", "--no-build");
            await using var tuan = await Come("Tuan");
            await tuan.Send("PRIVMSG #lobby :kept");
            await tuan.Heard.Until(" :kept");
            await tuan.Send("WHOIS Tuan Tuan");
            var held = (await tuan.Heard.Until(" 312 ")).Split(' ')[4];
            Assert.Contains(held, (string[])["one.chat", "two.chat"]);

            await Compose("kill", held[..3]);

            await tuan.Heard.Rest();
            await using var again = await Come("Tuan2");
            await again.Send("CHATHISTORY LATEST #lobby * 10");
            Assert.Equal(["kept"], (await again.Heard.AllUntil(" BATCH -")).Said());
        }
        finally
        {
            await Compose("down", "--volumes", "--timeout", "10");
        }
    }

    /// <summary>The proxy takes connections before it has a server to give them to, and ends them.</summary>
    private async Task<WireClient> Come(string nick)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await WireClient.EnterRoom(_door, nick, "#lobby", "echo-message batch draft/chathistory");
            }
            catch (Exception notYet) when (notYet is SocketException or IOException && clock.Elapsed < HeldClock.Deadline)
            {
                await Task.Yield();
            }
        }
    }

    private async Task Compose(params string[] command)
    {
        var start = new ProcessStartInfo("docker-compose", ["--profile", "several", "--project-name", _project, .. command]) { WorkingDirectory = Checkout.Root };
        (start.Environment["CHATROOM_IMAGE"], start.Environment["CHATROOM_PORT"]) = (ChatRoomImage.Name, $"{_door.Port}");
        await using var compose = RunningProgram.Of(start);
        var code = await compose.Exit(TimeSpan.FromMinutes(5));
        Assert.True(code == 0, string.Join('\n', await compose.Errors.Rest()));
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ComposeFactAttribute : FactAttribute
    {
        public ComposeFactAttribute() => Skip = new EngineFactAttribute().Skip ?? new InstalledFactAttribute("docker-compose").Skip;
    }
}
