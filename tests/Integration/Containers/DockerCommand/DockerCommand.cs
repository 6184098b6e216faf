using System.Diagnostics;

namespace ChatRoom.Integration.Tests.Containers;

/// <summary>Containers with the `docker` command alone.</summary>
public sealed class DockerCommand(string name) : IContainers
{
    /// <summary>An image is built with a restore from the network in it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Name => name;

    /// <summary>With this machine's network, so that packages come the way they come to this machine: resolver, proxy, certificates.</summary>
    public Task BuildImage(string folder, string image) => Output("build", "--network", "host", "--tag", image, folder);

    public async Task<IContainerServer> Create(ContainerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var id = await Output(["create", "--publish", $"127.0.0.1::{ContainerSettings.Port}", .. Options(settings), settings.Image, .. settings.Command]);
        return new DockerCommandServer(id);
    }

    public Task<EndedContainer> Run(ContainerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Ended(["run", "--rm", .. Options(settings), settings.Image, .. settings.Command]);
    }

    public Task RemoveVolume(string volume) => Output("volume", "rm", volume);

    /// <summary>What a command printed. When it fails, so does this.</summary>
    internal static async Task<string> Output(params string[] args)
    {
        var ended = await Ended(args);
        return ended.ExitCode == 0 ? ended.Output.Trim() :
            throw new InvalidOperationException($"docker {string.Join(' ', args)} ended with {ended.ExitCode}: {ended.Errors}{ended.Output}");
    }

    internal static async Task<EndedContainer> Ended(params string[] args)
    {
        var start = new ProcessStartInfo("docker", args) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var docker = Process.Start(start) ?? throw new InvalidOperationException("docker was not started.");
        using var deadline = new CancellationTokenSource(Patience);
        await using var killing = deadline.Token.Register(() => docker.Kill(entireProcessTree: true));
        var (output, errors) = (docker.StandardOutput.ReadToEndAsync(), docker.StandardError.ReadToEndAsync());
        await docker.WaitForExitAsync();
        return new EndedContainer(docker.ExitCode, await output, await errors);
    }

    private static string[] Options(ContainerSettings settings) =>
    [
        "--read-only", "--tmpfs", ContainerSettings.Scratch, "--cap-drop", "ALL", "--security-opt", "no-new-privileges:true",
        "--memory", $"{settings.Memory}", "--memory-swap", $"{settings.Memory}",
        .. settings.Volume is { } volume ? (string[])["--volume", $"{volume}:{ContainerSettings.Data}"] : [],
    ];
}
