using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Crash;

/// <summary>Somebody who says numbered lines under labels, a window of them at once, and goes on when one of them is echoed.</summary>
public sealed class Writer : Person
{
    private readonly int _round;
    private readonly int _number;
    private readonly int _window;

    private Writer(WireClient wire, string name, int round, int number, int window) : base(wire, name) =>
        (_round, _number, _window) = (round, number, window);

    /// <summary>How many lines were given to the network. What became of the last ones, nobody knows.</summary>
    public int Sent { get; private set; }

    /// <summary>The numbers of the lines whose echo came back under their label, in the order in which they came.</summary>
    public List<SaidLine> Echoed { get; } = [];

    public int Number => _number;

    public static async Task<Writer> Come(IPEndPoint server, int round, int number, int window)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"writer{number}");
        return new Writer(await WireClient.EnterRoom(server, name, Room, Capabilities), name, round, number, window);
    }

    /// <summary>Says the first window full; the echoes of these call for the next ones.</summary>
    public Task Begin() => Say(_window);

    protected override async ValueTask Note(SaidLine said)
    {
        if (said.Label is null)
            return;
        Echoed.Add(said);
        await Say(1);
    }

    private async Task Say(int count)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++, Sent++)
            lines.Append(CultureInfo.InvariantCulture, $"@label={Sent} PRIVMSG {Room} :{SaidLine.Text(_round, _number, Sent)}\r\n");
        try
        {
            await Wire.SendBytes(Encoding.ASCII.GetBytes(lines.ToString()));
        }
        catch (SocketException)
        {
            // The server was killed, which is what we are here for.
        }
    }
}
