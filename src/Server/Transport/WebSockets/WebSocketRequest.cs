using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ChatRoom.Server.Transport.WebSockets;

/// <summary>What a client says to begin a WebSocket (RFC 6455, 4.2.1), or why it is refused: a status of HTTP and a sentence.</summary>
public sealed record WebSocketRequest(string Key, string? Protocol, string? Origin, string Host, IPAddress? ForwardedFor)
{
    private const string Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>In the order of what is best for us; the client's order decides (ircv3.net/specs/extensions/websocket).</summary>
    private static readonly string[] Protocols = ["binary.ircv3.net", "text.ircv3.net"];

    /// <summary>Where nothing was agreed on it is text, as most pages expect it.</summary>
    public bool IsText => Protocol != Protocols[0];

    /// <summary>Reads a whole request, with the empty line behind it.</summary>
    public static WebSocketRequest? Read(ReadOnlySpan<byte> bytes, out string refusal)
    {
        refusal = "";
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
                return Refuse("400 Bad Request", out refusal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }
        if (lines[0].Split(' ') is not ["GET", _, "HTTP/1.1"])
            return Refuse("400 Bad Request", out refusal);
        if (!Words(headers, "Upgrade").Contains("websocket", StringComparer.OrdinalIgnoreCase) || !Words(headers, "Connection").Contains("upgrade", StringComparer.OrdinalIgnoreCase))
            return Refuse("426 Upgrade Required\r\nUpgrade: websocket", out refusal);
        if (headers.GetValueOrDefault("Sec-WebSocket-Version") != "13")
            return Refuse("426 Upgrade Required\r\nSec-WebSocket-Version: 13", out refusal);
        var key = headers.GetValueOrDefault("Sec-WebSocket-Key", "");
        if (!Convert.TryFromBase64String(key, stackalloc byte[64], out var length) || length != 16)
            return Refuse("400 Bad Request", out refusal);
        return new WebSocketRequest(
            key, Words(headers, "Sec-WebSocket-Protocol").FirstOrDefault(Protocols.Contains), headers.GetValueOrDefault("Origin"), headers.GetValueOrDefault("Host", ""),
            IPAddress.TryParse(Words(headers, "X-Forwarded-For").LastOrDefault(), out var address) ? address : null);
    }

    /// <summary>
    /// Whether the page that begins it may: one of the origins that the operator named, any of them where one is "*", and where none is named a page
    /// of this very host. Programs that are no browser name no origin, and can't be used by somebody else's page.
    /// </summary>
    public bool IsAllowed(IReadOnlyCollection<string> origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        if (Origin is null || origins.Contains("*"))
            return true;
        return origins.Count > 0
            ? origins.Contains(Origin, StringComparer.OrdinalIgnoreCase)
            : Uri.TryCreate(Origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, Host, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The answer that begins it (RFC 6455, 4.2.2).</summary>
    public byte[] Accept()
    {
#pragma warning disable CA5350 // RFC 6455 wants SHA-1 here; nothing is protected by it.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(Key + Magic)));
#pragma warning restore CA5350
        var protocol = Protocol is null ? "" : $"Sec-WebSocket-Protocol: {Protocol}\r\n";
        return Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n{protocol}\r\n");
    }

    /// <summary>The answer that ends it.</summary>
    public static byte[] Refusal(string status) => Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

    private static WebSocketRequest? Refuse(string status, out string refusal)
    {
        refusal = status;
        return null;
    }

    private static string[] Words(Dictionary<string, string> headers, string name) =>
        headers.GetValueOrDefault(name, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
