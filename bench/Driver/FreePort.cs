using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Bench.Driver;

/// <summary>For programs that can't take a free port by themselves, or of which the port has to be known before: one that was free a moment ago.</summary>
public static class FreePort
{
    public static int Take()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
