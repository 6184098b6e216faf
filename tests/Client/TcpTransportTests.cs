using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatRoom.Client.Connection;

namespace ChatRoom.Client.Tests;

public class TcpTransportTests
{
    [Fact]
    public async Task Bytes_go_both_ways()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var dialled = await TcpTransport.Dial("127.0.0.1", port, TimeProvider.System, CancellationToken.None);
        await using var transport = Assert.IsType<DialResult.Connected>(dialled).Transport;
        using var other = await listener.AcceptSocketAsync();

        await transport.Output.WriteAsync(Encoding.ASCII.GetBytes("ping"));
        var bytes = new byte[4];
        await other.ReceiveAsync(bytes);
        Assert.Equal("ping", Encoding.ASCII.GetString(bytes));

        await other.SendAsync(Encoding.ASCII.GetBytes("pong"));
        var read = await transport.Input.ReadAtLeastAsync(4);
        Assert.Equal("pong", Encoding.ASCII.GetString(read.Buffer));
    }

    [Fact]
    public async Task A_closed_port_is_told_apart()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.IsType<DialResult.NobodyListens>(await TcpTransport.Dial("127.0.0.1", port, TimeProvider.System, CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_interrupted_while_connecting_is_not_told_of_a_timeout()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TcpTransport.Dial("127.0.0.1", 9, TimeProvider.System, interrupted.Token));
    }
}
