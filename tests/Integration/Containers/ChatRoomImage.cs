using Xunit.Abstractions;
using Xunit.Sdk;

namespace ChatRoom.Integration.Tests.Containers;

/// <summary>The image that people run, built once from the Dockerfile when the first test asks for it.</summary>
public sealed class ChatRoomImage(IMessageSink results)
{
    public const string Name = "chatroom:under-test";

    private readonly SemaphoreSlim _one = new(1);
    private TestcontainersEngine? _containers;

    public async Task<TestcontainersEngine> Containers()
    {
        await _one.WaitAsync();
        try
        {
            return _containers ??= await Built();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A container that is not started yet.</summary>
    public async Task<TestcontainersServer> Server(string? volume = null, params string[] command) =>
        (await Containers()).Create(Settings(volume, command));

    public static ContainerSettings Settings(string? volume = null, params string[] command) => new(command, volume);

    /// <summary>A line among the results, which are all that is left of a run.</summary>
    public void Report(string line) => results.OnMessage(new DiagnosticMessage(line));

    private async Task<TestcontainersEngine> Built()
    {
        var containers = Engine.Containers(Name);
        Report($"containers by {containers.Name}");
        await containers.BuildImage(Checkout.Root);
        return containers;
    }
}
