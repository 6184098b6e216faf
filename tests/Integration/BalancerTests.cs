using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Integration.Tests;

/// <summary>Two servers behind a real HAProxy, with the configuration that docker-compose.yml uses.</summary>
public sealed class BalancerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Name, RunningServer Server, int Http)> _servers = [];
    private RunningProgram? _balancer;
    private IPEndPoint _door = new(IPAddress.Loopback, 0);

    private static string Configuration => Path.Combine(Checkout.Root, "packaging", "several", "haproxy.cfg");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_balancer is not null)
            await _balancer.DisposeAsync();
        foreach (var (_, server, _) in _servers)
            await server.DisposeAsync();
        _folder.Dispose();
    }

    [InstalledFact("haproxy")]
    public async Task HAProxy_takes_the_configuration()
    {
        await using var check = RunningProgram.Other("haproxy", "-c", "-f", Configuration);

        Assert.Equal(0, await check.Exit());
    }

    [BalancedFact]
    public async Task A_client_comes_back_through_it_to_the_other_server_when_its_own_is_killed_and_has_missed_nothing()
    {
        await Begin();
        await using var tuan = await WireClient.EnterRoom(_door, "Tuan", "#lobby", "echo-message");
        await using var duy = await WireClient.EnterRoom(_door, "Duy", "#lobby");
        await tuan.Send("PRIVMSG #lobby :kept\r\nWHOIS Tuan Tuan");
        // The address is the client's, said in the PROXY header: HAProxy's own is one that has to say for whom it comes.
        var whois = Server(await tuan.Heard.Until(" 312 "));
        var held = _servers.Single(one => one.Name == whois);

        await held.Server.Kill();

        await using var again = await WireClient.EnterRoom(_door, "Tuan2", "#lobby", "batch draft/chathistory");
        await again.Send("CHATHISTORY LATEST #lobby * 10");
        Assert.Equal(["kept"], (await again.Heard.AllUntil(" BATCH -")).Said());
        await again.Send("WHOIS Tuan2 Tuan2");
        Assert.NotEqual(held.Name, Server(await again.Heard.Until(" 312 ")));
        await tuan.Heard.Rest();
    }

    private static string Server(string whois) => whois.Split(' ')[4];

    private async Task Begin()
    {
        var journal = PostgresCluster.Shared.Address($"balanced_{Environment.ProcessId}");
        foreach (var name in (string[])["one.test", "two.test"])
        {
            var http = FreePort.Take();
            _servers.Add((name, await RunningServer.Started("--data", _folder[name], "--journal", journal, "--name", name, "--http-port", $"{http}", "--proxy-from", "127.0.0.1"), http));
        }
        _door = new IPEndPoint(IPAddress.Loopback, FreePort.Take());
        var start = new System.Diagnostics.ProcessStartInfo("haproxy", ["-db", "-f", Configuration]);
        start.Environment["CHATROOM_BIND"] = $"{_door}";
        foreach (var (i, variable) in ((int, string)[])[(0, "ONE"), (1, "TWO")])
        {
            start.Environment[$"CHATROOM_{variable}"] = $"{_servers[i].Server.EndPoint}";
            start.Environment[$"CHATROOM_{variable}_HTTP"] = $"{_servers[i].Http}";
        }
        _balancer = RunningProgram.Of(start);
        while (true)
        {
            using var knock = new TcpClient();
            try
            {
                await knock.ConnectAsync(_door);
                return;
            }
            catch (SocketException)
            {
                Assert.False(_balancer.HasExited, "haproxy ended");
                await Task.Yield();
            }
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class BalancedFactAttribute : FactAttribute
    {
        public BalancedFactAttribute() => Skip = new PostgresFactAttribute().Skip ?? new InstalledFactAttribute("haproxy").Skip;
    }
}
