using System.Net;
using ChatRoom.Bench.Driver;
using ChatRoom.Irc;

namespace ChatRoom.Bench.Crash;

/// <summary>Somebody who reads what is kept, page by page, from a message onwards.</summary>
public sealed class Historian : IAsyncDisposable
{
    private const int Page = 1000;

    private readonly WireClient _wire;

    private Historian(WireClient wire) => _wire = wire;

    public static async Task<Historian> Come(IPEndPoint server) =>
        new(await WireClient.EnterRoom(server, "historian", Person.Room, Person.Capabilities));

    /// <summary>Says the line after which everything else is read, and yields its id.</summary>
    public async Task<string> SayFirst()
    {
        await _wire.Send($"@label=first PRIVMSG {Person.Room} :here it begins");
        return Message.Parse(await _wire.Heard.Until("label=first")).Tag("msgid")
            ?? throw new InvalidDataException("The server gives no msgid to what is said.");
    }

    /// <summary>Everything that was said after this message, oldest first.</summary>
    public async Task<List<SaidLine>> ReadAfter(string id)
    {
        var all = new List<SaidLine>();
        while (true)
        {
            await _wire.Send($"CHATHISTORY AFTER {Person.Room} msgid={id} {Page}");
            var lines = await _wire.Heard.AllUntil(" BATCH -");
            var page = lines.Select(SaidLine.Read).OfType<SaidLine>().ToList();
            all.AddRange(page);
            if (page.Count < Page)
                return all;
            id = page[^1].Id;
        }
    }

    public ValueTask DisposeAsync() => _wire.DisposeAsync();
}
