using System.Net;

namespace ChatRoom.Integration.Tests.Containers;

/// <summary>A container that `docker create` made. `docker start --attach` stands for it as long as it runs, and ends with its exit code.</summary>
public sealed class DockerCommandServer(string id) : IContainerServer
{
    private RunningProgram? _attached;

    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    private RunningProgram Attached => _attached ?? throw new InvalidOperationException("The container is not started.");

    public async Task Start()
    {
        if (_attached is not null)
            await _attached.DisposeAsync();
        _attached = RunningProgram.Other("docker", "start", "--attach", id);
        try
        {
            await _attached.Output.Until(ContainerSettings.Ready);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidOperationException($"The container did not start: {string.Join('\n', await _attached.Errors.Rest())}");
        }
        EndPoint = IPEndPoint.Parse(await DockerCommand.Output("port", id, $"{ContainerSettings.Port}/tcp"));
    }

    public async Task<int> Stop()
    {
        await DockerCommand.Output("stop", id);
        return await Attached.Exit();
    }

    public async Task Kill()
    {
        await DockerCommand.Output("kill", "--signal", "KILL", id);
        await Attached.Exit();
    }

    public Task<EndedContainer> Execute(params string[] command) => DockerCommand.Ended(["exec", id, .. command]);

    public async ValueTask DisposeAsync()
    {
        await DockerCommand.Output("rm", "--force", "--volumes", id);
        if (_attached is not null)
            await _attached.DisposeAsync();
    }
}
