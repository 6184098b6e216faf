using System.Net.Sockets;

namespace ChatRoom.Integration.Tests.Containers;

/// <summary>The container engine of this machine, if there is one: `$DOCKER_HOST`, else where it listens by default.</summary>
public static class Engine
{
    private const string DefaultHost = "unix:///var/run/docker.sock";

    private static readonly Lazy<string?> Found = new(AskForVersion);

    private static string Host => Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host ? host : DefaultHost;

    /// <summary>Why the tests with containers can't run and what to do about it; null when they can.</summary>
    public static string? Missing => Found.Value is not null ? null :
        $"no container engine answers at {Host}; start one (on Debian: apt-get install docker.io, then systemctl start docker), or set DOCKER_HOST";

    /// <summary>Who makes containers here. With CI=true this is asked for although there is none, and says so.</summary>
    public static TestcontainersEngine Containers(string image) => new(Found.Value ?? throw new InvalidOperationException(Missing), image);

    /// <summary>The engine says on `/_ping` which version of its API it speaks.</summary>
    private static string? AskForVersion()
    {
        using var connections = new SocketsHttpHandler { ConnectCallback = async (_, cancelled) => new NetworkStream(await Dial(cancelled), ownsSocket: true) };
        using var http = new HttpClient(connections) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var ping = new HttpRequestMessage(HttpMethod.Get, "http://engine/_ping");
            using var answer = http.Send(ping);
            return answer.IsSuccessStatusCode && answer.Headers.TryGetValues("Api-Version", out var versions) ? versions.First() : null;
        }
        catch (Exception absent) when (absent is HttpRequestException or TaskCanceledException)
        {
            // Nobody listens there: that is the answer.
            return null;
        }
    }

    private static async ValueTask<Socket> Dial(CancellationToken cancelled)
    {
        var address = new Uri(Host);
        if (address.Scheme != "unix")
        {
            var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await tcp.ConnectAsync(address.Host, address.Port, cancelled);
            return tcp;
        }
        var local = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await local.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancelled);
        return local;
    }
}
