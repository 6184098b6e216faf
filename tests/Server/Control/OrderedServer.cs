using System.Net;
using ChatRoom.Server.Control;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;
using ChatRoom.Server.Tests.Transport.Tls;

namespace ChatRoom.Server.Tests.Control;

/// <summary>A server, and the tools of operators beside it.</summary>
internal sealed class OrderedServer : IAsyncDisposable, IHoldsJournal
{
    private readonly WrittenLog _log = new();

    public TestServer Server { get; } = TestServer.Start();

    public Task<ControlAnswer> Run(ControlRequest request, Rereading? read = null)
    {
        var settings = new ServerSettings(new IPEndPoint(IPAddress.Loopback, 0), null, TestServer.Name, Server.Settings.Current)
        {
            Reread = _ => Task.FromResult(read ?? new Rereading.Read(Server.Settings.Current, [], [])),
        };
        var reloads = new Reloads(settings, Server.Settings, Server.Registry.Hub, null, _log);
        return ControlOrders.Run(request, reloads, Server.Registry.Hub, new OrderTools(Server.Settings.Current, Server.Clock, () => 7), _log).WaitAsync(Client.Deadline);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
