using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Tests.Transport.Tls;

/// <summary>A folder for a certificate and its key, gone after the test.</summary>
internal sealed class CertificateFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("chatroom-tls-").FullName;

    public PemFiles Files => new(System.IO.Path.Combine(Path, "chat.crt"), System.IO.Path.Combine(Path, "chat.key"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
