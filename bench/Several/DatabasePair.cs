using ChatRoom.Testing;

namespace ChatRoom.Bench.Several;

/// <summary>A PostgreSQL, perhaps with a standby that takes its place when it is killed for good; then another standby is made. Servers know both places, and find out.</summary>
public sealed class DatabasePair : IDisposable
{
    private const string Schema = "chatroom";

    private readonly StandbyKind _kind;
    private readonly int _networks;
    private readonly TemporaryFolder _places = new();
    private PostgresCluster? _standby;

    /// <summary>At which of the two places the primary is.</summary>
    private int _place;

    /// <param name="kind">Whether there is a standby.</param>
    /// <param name="networks">So many servers come over networks of their own.</param>
    public DatabasePair(StandbyKind kind, int networks)
    {
        (_kind, _networks) = (kind, networks);
        Primary = new PostgresCluster(Settings(0));
        Publish(Primary, 0);
        Follow();
    }

    public PostgresCluster Primary { get; private set; }

    /// <summary>What the server with this number is given.</summary>
    public string Address(int server)
    {
        string[] hosts = _networks > 0 ? [ServerNetwork.Primary(server), ServerNetwork.Standby(server)] : [Uri.EscapeDataString(_places["0"]), Uri.EscapeDataString(_places["1"])];
        return $"postgres://postgres@{string.Join(',', _kind == StandbyKind.None ? hosts[..1] : hosts)}/postgres?schema={Schema}";
    }

    public string Run(string sql) => Primary.Run($"SET search_path = {Schema}; {sql}");

    /// <summary>The primary is killed and never comes back, the standby is promoted, and gets a standby of its own.</summary>
    /// <param name="promoted">Is called as soon as the new primary takes writes.</param>
    public void FailOver(Action? promoted = null)
    {
        Primary.Dispose();
        Primary = _standby!;
        _place = 1 - _place;
        Primary.Promote();
        promoted?.Invoke();
        Follow();
    }

    public void Dispose()
    {
        _standby?.Dispose();
        Primary.Dispose();
        _places.Dispose();
    }

    private void Follow()
    {
        if (_kind == StandbyKind.None)
            return;
        _standby = PostgresCluster.StandbyOf(Primary, Settings(1 - _place));
        Publish(_standby, 1 - _place);
        if (_kind == StandbyKind.Sync)
            Primary.Run(["ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()"]);
    }

    private string[] Settings(int place) => _networks == 0 ? []
        : [$"listen_addresses={string.Join(',', Enumerable.Range(0, _networks).Select(server => place == 0 ? ServerNetwork.Primary(server) : ServerNetwork.Standby(server)))}"];

    /// <summary>Over Unix sockets a place is a link to the folder of the database that is there.</summary>
    private void Publish(PostgresCluster cluster, int place)
    {
        File.Delete(_places[$"{place}"]);
        File.CreateSymbolicLink(_places[$"{place}"], cluster.Folder);
    }
}
