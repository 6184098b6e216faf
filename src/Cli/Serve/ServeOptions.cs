using System.Net;

namespace ChatRoom.Cli.Serve;

/// <summary>What `chatroom serve` was asked to do.</summary>
/// <param name="Host">The address to listen on.</param>
/// <param name="Port">0 lets the system choose one.</param>
/// <param name="Data">The data folder; null for the platform's place.</param>
/// <param name="Memory">Keep nothing on disk.</param>
/// <param name="Name">The server's name as clients see it; null for the default.</param>
/// <param name="PasswordFile">The file with the password that clients must give; null if they need none.</param>
/// <param name="Flood">Whether flood control is on.</param>
/// <param name="Insecure">Listening without TLS beyond this machine is meant.</param>
/// <param name="Tls">How to serve TLS; null for plain text only.</param>
public sealed record ServeOptions(
    string Host, int Port, string? Data, bool Memory, string? Name, string? PasswordFile, bool Flood, bool Insecure,
    ServeTls? Tls = null)
{
    public ServeMonitoring Monitoring { get; init; } = ServeMonitoring.Default;

    /// <summary>From where a PROXY header is wanted, and believed.</summary>
    public IReadOnlyList<IPNetwork> ProxyFrom { get; init; } = [];
}
