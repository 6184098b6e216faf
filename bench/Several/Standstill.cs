using System.Diagnostics;
using System.Globalization;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Several;

/// <summary>Something happens to the first server while people talk on all of them.</summary>
/// <param name="Longest">The longest time that somebody on another server waited for an echo from then on.</param>
/// <param name="Gone">After that time others were told that its people are gone.</param>
public sealed record Standstill(TimeSpan Longest, TimeSpan Gone)
{
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(12);

    private static int _visits;

    public static async Task<Standstill> Measure(Fleet fleet, Func<ServerInTrouble, Task> trouble)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(trouble);
        var visit = ++_visits;
        using var over = new CancellationTokenSource();
        await using var hearer = await WireClient.EnterRoom(fleet[1].EndPoint, $"hearer{visit}", "#still");
        await using var victim = await WireClient.EnterRoom(fleet[0].EndPoint, $"victim{visit}", "#still");
        await hearer.Heard.Until($":victim{visit}!");
        // Its turns never end, so it is in the middle of one.
        var busy = Busy(victim, $"victim{visit}", over.Token);
        var others = fleet.All.Skip(1).Select((server, i) => Wait(server, $"other{visit}x{i}", over.Token)).ToArray();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        var gone = hearer.Heard.Until(" QUIT ");
        var troubled = trouble(fleet[0]);
        await gone;
        var after = clock.Elapsed;
        if (Watched - clock.Elapsed is { Ticks: > 0 } rest)
            await Task.Delay(rest);
        await troubled;
        await over.CancelAsync();
        await busy;
        return new Standstill((await Task.WhenAll(others)).Max(), after);
    }

    private static async Task Busy(WireClient wire, string nick, CancellationToken over)
    {
        try
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
            {
                await wire.Send(string.Create(CultureInfo.InvariantCulture, $"PRIVMSG {nick} :{i}"));
                await wire.Heard.Until(string.Create(CultureInfo.InvariantCulture, $":{i}"));
            }
        }
        catch (Exception ended) when (ended is IOException or System.Net.Sockets.SocketException or TimeoutException or EndOfStreamException)
        {
            // That is what happens to it.
        }
    }

    private static async Task<TimeSpan> Wait(ServerInTrouble server, string nick, CancellationToken over)
    {
        await using var wire = await WireClient.EnterRoom(server.EndPoint, nick, $"#{nick}", "echo-message");
        var longest = TimeSpan.Zero;
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await wire.Send(string.Create(CultureInfo.InvariantCulture, $"PRIVMSG #{nick} :{i}"));
            await wire.Heard.Until(string.Create(CultureInfo.InvariantCulture, $"#{nick} :{i}"));
            if (Stopwatch.GetElapsedTime(began) is var took && took > longest)
                longest = took;
        }
        return longest;
    }
}
