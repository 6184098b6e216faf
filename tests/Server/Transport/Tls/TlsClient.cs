using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Transport.Tls;

/// <summary>Somebody who came over TLS.</summary>
internal sealed class TlsClient : IAsyncDisposable
{
    private readonly SslStream _tls;
    private readonly StreamReader _lines;
    private readonly Task _served;

    public TlsClient(SslStream tls, Task served) => (_tls, _lines, _served) = (tls, new StreamReader(tls, Encoding.UTF8), served);

    public SslStream Tls => _tls;

    /// <summary>Ends when the server is done with this connection.</summary>
    public Task Served => _served.WaitAsync(Client.Deadline);

    public string Fingerprint
    {
        get
        {
            using var shown = X509CertificateLoader.LoadCertificate(_tls.RemoteCertificate!.GetRawCertData());
            return Convert.ToHexStringLower(SHA256.HashData(shown.RawData));
        }
    }

    public Task Send(params string[] lines) =>
        _tls.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n")))).AsTask().WaitAsync(Client.Deadline);

    /// <summary>The next line, or null at the end.</summary>
    public Task<string?> Next() => _lines.ReadLineAsync().WaitAsync(Client.Deadline);

    /// <summary>All lines up to the first in which this stands, which is the last of them.</summary>
    public async Task<IReadOnlyList<string>> Until(string part)
    {
        var lines = new List<string>();
        while (await Next() is { } line)
        {
            lines.Add(line);
            if (line.Contains(part, StringComparison.Ordinal))
                return lines;
        }
        throw new InvalidOperationException($"The connection ended before '{part}'; heard:\n{string.Join('\n', lines)}");
    }

    public ValueTask DisposeAsync() => _tls.DisposeAsync();
}
