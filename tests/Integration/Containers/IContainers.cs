namespace ChatRoom.Integration.Tests.Containers;

/// <summary>Whoever makes images and containers. The tests are the same with Testcontainers and with the `docker` command.</summary>
public interface IContainers
{
    /// <summary>What the results call it.</summary>
    string Name { get; }

    /// <summary>Builds the image of this name from the Dockerfile in this folder.</summary>
    Task BuildImage(string folder, string image);

    /// <summary>A container that is not started yet, and is removed together with what nothing else keeps of it.</summary>
    Task<IContainerServer> Create(ContainerSettings settings);

    /// <summary>Runs one that is expected to end by itself.</summary>
    Task<EndedContainer> Run(ContainerSettings settings);

    Task RemoveVolume(string volume);
}
