using ChatRoom.Journal.Postgres;
using ChatRoom.Server.Control;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Cli.Admin;

/// <summary>The one that does what an operator orders: the server of a folder, this program where none runs there, or a turn among the servers that share a journal.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="shared">The journal that counts instead of it; null for none.</param>
internal sealed class Orders(string folder, PostgresAddress? shared)
{
    public async Task<ControlAnswer> Ask(ControlRequest request, CancellationToken interrupted)
    {
        if (shared is not null)
            return ControlOrders.RunAmong(shared, request, OrderTools.Alone);
        return await ControlSocket.Ask(folder, request, interrupted) ?? ControlOrders.RunAlone(folder, request, OrderTools.Alone, NullLogger.Instance);
    }
}
