using System.Net;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Cut;

/// <summary>Somebody whose connection is never cut, and who reads what the server has kept.</summary>
public sealed class Historian : IAsyncDisposable
{
    private const int Page = 1000;

    private readonly WireClient _wire;
    private string _last;

    private Historian(WireClient wire, string first) => (_wire, _last) = (wire, first);

    /// <summary>Opens the room, so that it never ends, and says its first line.</summary>
    public static async Task<Historian> Come(IPEndPoint server)
    {
        var wire = await WireClient.EnterRoom(
            server, "historian", Talker.Room, "message-tags server-time echo-message labeled-response batch draft/chathistory");
        await wire.Send($"@label=first PRIVMSG {Talker.Room} :here it begins");
        var echo = SeenLine.Of(await wire.Heard.Until("label=first"));
        return new(wire, echo?.Id ?? throw new InvalidDataException("The server gives no msgid to what is said."));
    }

    /// <summary>Everything that was said since the last time, oldest first.</summary>
    public async Task<List<SeenLine>> ReadOn()
    {
        var all = new List<SeenLine>();
        while (true)
        {
            await _wire.Send($"CHATHISTORY AFTER {Talker.Room} msgid={_last} {Page}");
            var lines = await _wire.Heard.AllUntil(" BATCH -");
            var page = lines.Where(line => line.Contains("batch=", StringComparison.Ordinal)).Select(SeenLine.Of).OfType<SeenLine>().ToList();
            all.AddRange(page);
            _last = page.Count > 0 ? page[^1].Id! : _last;
            if (page.Count < Page)
                return all;
        }
    }

    public ValueTask DisposeAsync() => _wire.DisposeAsync();
}
