using DotNet.Testcontainers.Networks;

namespace ChatRoom.Integration.Tests.Containers;

/// <summary>
/// How a container is run. What docker-compose.yml takes from it is taken here too, so that every test shows that the server needs
/// none of it: the root is read-only, all capabilities are dropped, and no new privileges can be had.
/// </summary>
/// <param name="Command">What stands behind the entry point; the image's own default when it is empty.</param>
/// <param name="Volume">The volume that holds `/data`; one of the container's own, which goes with it, when it is null.</param>
/// <param name="Memory">In bytes; it may not swap either, so the kernel kills what takes more.</param>
public sealed record ContainerSettings(IReadOnlyList<string> Command, string? Volume = null, long Memory = 256 << 20)
{
    /// <summary>A network of containers, in which it is known by its name; the engine's own when it is null.</summary>
    public INetwork? Network { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the server listens inside.</summary>
    public const int Port = 6667;

    /// <summary>The server's line on stdout that says that it can be reached.</summary>
    public const string Ready = "listening on ";

    public const string Data = "/data";

    public const string Scratch = "/tmp";

    /// <summary>What a database is called in a network of containers.</summary>
    public const string Database = "database";
}
