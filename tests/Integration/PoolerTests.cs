using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Integration.Tests;

/// <summary>A server that comes to its database by a real pgbouncer.</summary>
public sealed class PoolerTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatroom-pool-");
    private RunningProgram? _pooler;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_pooler is not null)
            await _pooler.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [PooledFact]
    public async Task By_a_pool_for_transactions_no_server_starts_and_says_what_to_do()
    {
        var journal = await Pool("transaction");
        await using var server = RunningProgram.ChatRoom("serve", "--port", "0", "--data", Path.Combine(_folder.FullName, "data"), "--journal", journal);

        Assert.Equal(1, await server.Exit());
        Assert.Contains("a pooler is before it that lends connections for a transaction", string.Join('\n', await server.Errors.Rest()), StringComparison.Ordinal);
    }

    [PooledFact]
    public async Task By_a_pool_for_sessions_two_servers_are_one_chat()
    {
        var journal = await Pool("session");
        await using var one = await RunningServer.Started("--data", Path.Combine(_folder.FullName, "one"), "--journal", journal);
        await using var two = await RunningServer.Started("--data", Path.Combine(_folder.FullName, "two"), "--journal", journal);
        await using var tuan = await WireClient.EnterRoom(one.EndPoint, "Tuan", "#lobby");
        await using var duy = await WireClient.EnterRoom(two.EndPoint, "Duy", "#lobby");

        await tuan.Send("PRIVMSG #lobby :heard");
        await duy.Heard.Until(":heard");
        Assert.Equal(0, await one.Stop());
        Assert.Equal(0, await two.Stop());
    }

    private async Task<string> Pool(string mode)
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "pool.ini"), $"""
                [databases]
                postgres = host={PostgresCluster.Shared.Folder} dbname=postgres user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                auth_type = any
                pool_mode = {mode}
                ignore_startup_parameters = extra_float_digits
                """);
            listener.Stop();
            // It refuses to run as root, as PostgreSQL does.
            var isRoot = Environment.UserName == "root";
            if (isRoot)
                await Process.Start("chown", ["-R", "postgres", _folder.FullName]).WaitForExitAsync();
            string[] pooler = ["pgbouncer", Path.Combine(_folder.FullName, "pool.ini")];
            _pooler = isRoot ? RunningProgram.Other("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", .. pooler]) : RunningProgram.Other(pooler[0], pooler[1]);
            await _pooler.Errors.Until("process up");
            return $"postgres://postgres@127.0.0.1:{port}/postgres?schema=pool{Environment.ProcessId}_{mode}";
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PooledFactAttribute : FactAttribute
    {
        public PooledFactAttribute() => Skip = new PostgresFactAttribute().Skip ?? new InstalledFactAttribute("pgbouncer").Skip;
    }
}
