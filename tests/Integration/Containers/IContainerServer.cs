namespace ChatRoom.Integration.Tests.Containers;

/// <summary>A server in a container. What it wrote to `/data` stays with the container, or with its volume.</summary>
public interface IContainerServer : IServerUnderTest
{
    /// <summary>Runs a command inside it, as the server's own user.</summary>
    Task<EndedContainer> Execute(params string[] command);
}
