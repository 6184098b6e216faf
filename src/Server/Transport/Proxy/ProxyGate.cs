using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Transport.Proxy;

/// <summary>
/// Lets proxies say for whom they come. Only those that the operator named are asked, and these have to: a connection of theirs
/// without a header would count as the proxy's own, and a banned person could come that way.
/// </summary>
public sealed class ProxyGate(PublishedSettings settings, TimeProvider clock, ILogger log)
{
    /// <summary>Whether who comes from there has to send a header.</summary>
    public bool Expects(EndPoint? remote) => remote switch
    {
        IPEndPoint { Address: var address } => settings.Current.ProxyFrom.Any(network => network.Contains(Plain(address))),
        UnixDomainSocketEndPoint => settings.Current.HasProxyOnUnix,
        _ => false,
    };

    /// <summary>Takes the header off what arrives. Where the client is, as the server shall know it; null: close the connection, the log says why.</summary>
    public async Task<string?> Read(PipeReader input, string proxy, long connection)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var late = new CancellationTokenSource(Limits.ProxyHeader, clock);
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(late.Token).ConfigureAwait(false);
                var header = Parse(read.Buffer);
                if (header is ProxyRead.Header found)
                {
                    input.AdvanceTo(read.Buffer.GetPosition(found.Length));
                    return found.Client?.ToString() ?? proxy;
                }
                if (header is ProxyRead.Wrong wrong)
                    return Refuse(input, read.Buffer, connection, proxy, wrong.Why);
                if (read.IsCompleted)
                    return Gone(input, read.Buffer, connection, proxy);
                input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            log.LogWarning(LogEvents.BadProxyHeader, "Connection {Connection} from the proxy {Address} is closed: no PROXY header came within {Seconds} s",
                connection, proxy, Limits.ProxyHeader.TotalSeconds);
            return null;
        }
        catch (IOException broken)
        {
            log.LogDebug("Connection {Connection} from the proxy {Address} broke: {Why}", connection, proxy, broken.Message);
            return null;
        }
    }

    private static ProxyRead Parse(in ReadOnlySequence<byte> buffer)
    {
        // One byte more than any header has is enough to see that it is none.
        var begin = buffer.Slice(0, Math.Min(buffer.Length, ProxyHeader.MostV2 + 1));
        return ProxyHeader.Read(begin.IsSingleSegment ? begin.FirstSpan : begin.ToArray());
    }

    private string? Refuse(PipeReader input, in ReadOnlySequence<byte> buffer, long connection, string proxy, string why)
    {
        input.AdvanceTo(buffer.End);
        log.LogWarning(LogEvents.BadProxyHeader, "Connection {Connection} from the proxy {Address} is closed: {Why}", connection, proxy, why);
        return null;
    }

    /// <summary>Many proxies look whether a port is open and say nothing; that is no fault of anybody's.</summary>
    private string? Gone(PipeReader input, in ReadOnlySequence<byte> buffer, long connection, string proxy)
    {
        if (!buffer.IsEmpty)
            return Refuse(input, buffer, connection, proxy, "it ended in the middle of its PROXY header");
        input.AdvanceTo(buffer.End);
        log.LogDebug("Connection {Connection} from the proxy {Address} ended before it said anything", connection, proxy);
        return null;
    }

    /// <summary>On a port for both kinds, an IPv4 address comes dressed as an IPv6 one.</summary>
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
