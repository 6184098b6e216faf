using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using DotNet.Testcontainers.Networks;
using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.PostgreSql;

namespace ChatRoom.Integration.Tests.Containers;

/// <summary>Makes the image and its containers, with Testcontainers.</summary>
public sealed class TestcontainersEngine
{
    private readonly string _version;
    private readonly string _image;

    public TestcontainersEngine(string version, string image)
    {
        // It speaks the newest version of the API unless it is told, and does not go down to what an older engine knows.
        if (Environment.GetEnvironmentVariable("DOCKER_API_VERSION") is null)
            Environment.SetEnvironmentVariable("DOCKER_API_VERSION", version);
        // Every test removes what it made; the image of the reaper is not to be had everywhere.
        TestcontainersSettings.ResourceReaperEnabled = false;
        (_version, _image) = (version, image);
    }

    /// <summary>What the results call it.</summary>
    public string Name => $"Testcontainers (engine API {_version})";

    /// <summary>
    /// Builds the image from the Dockerfile in this folder: with this machine's network, so that packages come the way they come
    /// to this machine (resolver, proxy, certificates).
    /// </summary>
    public async Task BuildImage(string folder)
    {
        var build = new ImageFromDockerfileBuilder()
            .WithDockerfileDirectory(folder)
            .WithName(_image)
            .WithCleanUp(false)
            .WithDeleteIfExists(false)
            .WithCreateParameterModifier(parameters => parameters.NetworkMode = "host")
            .WithLogger(NullLogger.Instance)
            .Build();
        await build.CreateAsync();
    }

    /// <summary>A container that is not started yet, and is removed together with what nothing else keeps of it.</summary>
    public TestcontainersServer Create(ContainerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var container = Builder(settings)
            .WithPortBinding(ContainerSettings.Port, assignRandomHostPort: true)
            // The log of a start within the same second as the stop before still shows the line of the run before.
            .WithWaitStrategy(Wait.ForUnixContainer()
                .UntilMessageIsLogged(ContainerSettings.Ready)
                .UntilExternalTcpPortIsAvailable(ContainerSettings.Port))
            .Build();
        return new TestcontainersServer(container);
    }

    /// <summary>Runs one that is expected to end by itself.</summary>
    public async Task<EndedContainer> Run(ContainerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var container = Builder(settings).Build();
        await container.StartAsync();
        var code = await container.GetExitCodeAsync();
        var (output, errors) = await container.GetLogsAsync(timestampsEnabled: false);
        return new EndedContainer((int)code, output, errors);
    }

    /// <summary>A network of their own for containers that belong together.</summary>
    public static INetwork Network() => new NetworkBuilder().WithLogger(NullLogger.Instance).Build();

    /// <summary>A database that is called `database` in that network, of the image that docker-compose.yml uses.</summary>
    /// <param name="network">Where it is reached.</param>
    /// <param name="options">PostgreSQL's; the builder's own would have it not wait for its disk.</param>
    public static PostgreSqlContainer Database(INetwork network, params string[] options) => new PostgreSqlBuilder("postgres:17")
        .WithImagePullPolicy(PullPolicy.Missing)
        .WithNetwork(network)
        .WithNetworkAliases(ContainerSettings.Database)
        .WithCommand(new OverwriteEnumerable<string>(options))
        .WithLogger(NullLogger.Instance)
        .Build();

    public static async Task RemoveVolume(string volume)
    {
        using var client = TestcontainersSettings.OS.DockerEndpointAuthConfig.GetDockerClientBuilder().Build();
        await client.Volumes.RemoveAsync(volume);
    }

    private ContainerBuilder Builder(ContainerSettings settings)
    {
        var builder = new ContainerBuilder(_image)
            .WithImagePullPolicy(PullPolicy.Never)
            .WithTmpfsMount(ContainerSettings.Scratch)
            .WithCreateParameterModifier(parameters => Harden(parameters.HostConfig ??= new HostConfig(), settings))
            .WithLogger(NullLogger.Instance)
            .WithEnvironment(settings.Environment);
        if (settings.Command.Count > 0)
            builder = builder.WithCommand([.. settings.Command]);
        if (settings.Network is { } network)
            builder = builder.WithNetwork(network);
        return settings.Volume is { } volume ? builder.WithVolumeMount(volume, ContainerSettings.Data) : builder;
    }

    private static void Harden(HostConfig config, ContainerSettings settings)
    {
        config.ReadonlyRootfs = true;
        config.CapDrop = ["ALL"];
        config.SecurityOpt = ["no-new-privileges:true"];
        config.Memory = config.MemorySwap = settings.Memory;
    }
}
