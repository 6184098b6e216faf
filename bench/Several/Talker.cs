using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Several;

/// <summary>Somebody who says numbered lines in a room, each when the one before was echoed or refused, and comes back whenever the connection ends.</summary>
public sealed class Talker(string name, Func<IPEndPoint> server)
{
    public const string Room = "#room";

    private int _visits;
    private int _said;

    /// <summary>What came back as said by oneself.</summary>
    public List<SeenLine> Echoed { get; } = [];

    /// <summary>What was heard, of each connection by itself: in between, something may have been missed.</summary>
    public List<List<SeenLine>> Heard { get; } = [];

    /// <summary>Lines that the server said it did not keep.</summary>
    public List<string> Refused { get; } = [];

    public TimeSpan SlowestEcho { get; private set; }

    public async Task Run(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await Visit(over);
            }
            catch (Exception gone) when (gone is SocketException or IOException or TimeoutException)
            {
                // Its server was killed, or is not there yet.
                await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Visit(CancellationToken over)
    {
        // A new name each time: the old one may still be somebody's whose server is gone.
        var nick = string.Create(CultureInfo.InvariantCulture, $"{name}v{++_visits}");
        await using var wire = await WireClient.EnterRoom(server(), nick, Room, "echo-message message-tags");
        var heard = new List<SeenLine>();
        Heard.Add(heard);
        while (!over.IsCancellationRequested)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{name} {_said++}");
            var began = TimeProvider.System.GetTimestamp();
            await wire.Send($"PRIVMSG {Room} :{text}");
            if (!await IsEchoed(wire, text, heard, over))
                return;
            if (TimeProvider.System.GetElapsedTime(began) is var took && took > SlowestEcho)
                SlowestEcho = took;
        }
    }

    /// <summary>False when the connection ended before anybody said what became of it.</summary>
    private async Task<bool> IsEchoed(WireClient wire, string text, List<SeenLine> heard, CancellationToken over)
    {
        while (await wire.Heard.Next(over) is { } line)
        {
            if (line.StartsWith("PING ", StringComparison.Ordinal))
                await wire.Send($"PONG {line[5..]}");
            if (line.Contains(" NOT_KEPT ", StringComparison.Ordinal))
            {
                Refused.Add(text);
                return true;
            }
            if (SeenLine.Of(line, Room) is not { } seen)
                continue;
            heard.Add(seen);
            if (seen.Text != text)
                continue;
            Echoed.Add(seen);
            return true;
        }
        return false;
    }
}
