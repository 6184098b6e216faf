using System.Net;
using System.Net.Sockets;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace ChatRoom.Integration.Tests.Containers;

/// <summary>A server in a container. What it wrote to `/data` stays with the container, or with its volume.</summary>
public sealed class TestcontainersServer(IContainer container) : IServerUnderTest
{
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    public async Task Start()
    {
        await container.StartAsync();
        // Its name for this machine is no address everywhere, and the port can be another one after each start.
        var addresses = await Dns.GetHostAddressesAsync(container.Hostname, AddressFamily.InterNetwork);
        EndPoint = new IPEndPoint(addresses[0], container.GetMappedPublicPort(ContainerSettings.Port));
    }

    public async Task<int> Stop()
    {
        await container.StopAsync();
        return (int)await container.GetExitCodeAsync();
    }

    public async Task Kill()
    {
        using (var client = TestcontainersSettings.OS.DockerEndpointAuthConfig.GetDockerClientBuilder().Build())
            await client.Containers.KillContainerAsync(container.Id, new ContainerKillParameters { Signal = "KILL" });
        await container.GetExitCodeAsync();
        // It can't kill, and waits for the next start's log from the last stop on that it knows of.
        await container.StopAsync();
    }

    /// <summary>Runs a command inside it, as the server's own user.</summary>
    public async Task<EndedContainer> Execute(params string[] command)
    {
        var result = await container.ExecAsync(command);
        var code = result.ExitCode ?? throw new InvalidOperationException($"{command[0]} has not ended.");
        return new EndedContainer((int)code, result.Stdout, result.Stderr);
    }

    public ValueTask DisposeAsync() => container.DisposeAsync();
}
