using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Integration.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task A_server_is_healthy_as_long_as_it_answers()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var healthy = Health(server.EndPoint.Port);
        Assert.Equal(0, await healthy.Exit());
        Assert.Equal(0, await server.Stop());
        await using var afterwards = Health(server.EndPoint.Port);
        Assert.Equal(1, await afterwards.Exit());
        Assert.Contains($"127.0.0.1:{server.EndPoint.Port}: ", Assert.Single(await afterwards.Errors.Rest()));
    }

    [Fact]
    public async Task An_open_port_alone_is_no_health()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var health = Health(((IPEndPoint)other.LocalEndpoint).Port);
        using (var asked = await other.AcceptSocketAsync())
            await asked.SendAsync("220 mail.example.org\r\n"u8.ToArray());
        Assert.Equal(1, await health.Exit());
        Assert.NotEmpty(await health.Errors.Rest());
    }

    private static RunningProgram Health(int port) => RunningProgram.ChatRoom("health", "--port", $"{port}");
}
