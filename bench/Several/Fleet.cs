using ChatRoom.Bench.Driver;
using ChatRoom.Testing;

namespace ChatRoom.Bench.Several;

/// <summary>Servers on one database.</summary>
public sealed class Fleet : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ServerInTrouble> _servers = [];

    private Fleet()
    {
    }

    public IReadOnlyList<ServerInTrouble> All => _servers;

    public ServerInTrouble this[int number] => _servers[number];

    public static async Task<Fleet> Start(int servers, DatabasePair database, IReadOnlyList<ServerNetwork> networks)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(networks);
        var fleet = new Fleet();
        for (var i = 0; i < servers; i++)
        {
            fleet._servers.Add(new ServerInTrouble(i, database.Address(i), fleet._folder[$"{i}"], networks.ElementAtOrDefault(i)));
            await fleet._servers[i].Start();
        }
        return fleet;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        _folder.Dispose();
    }
}
