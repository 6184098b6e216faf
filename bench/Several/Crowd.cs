using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Several;

/// <summary>Twelve people in rooms of their own, spread over the servers, each with so many lines under way all the time.</summary>
/// <param name="PerSecond">Lines that were echoed, a second.</param>
/// <param name="Echo">From just before a line was sent until it was heard by who said it, in milliseconds.</param>
/// <param name="Fairness">Lines of the least busy server's people against those of the busiest one's.</param>
public sealed record Crowd(double PerSecond, IReadOnlyList<double> Echo, double Fairness)
{
    private const int People = 12;

    public static Task<Crowd> Talk(IEnumerable<RunningServer> servers, int window, TimeSpan time) => Talk([.. servers.Select(server => server.EndPoint)], window, time);

    public static Task<Crowd> Talk(IEnumerable<ServerInTrouble> servers, int window, TimeSpan time) => Talk([.. servers.Select(server => server.EndPoint)], window, time);

    private static async Task<Crowd> Talk(IPEndPoint[] servers, int window, TimeSpan time)
    {
        var (echo, said) = (new ConcurrentBag<double>(), new int[servers.Length]);
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            var times = await Person(servers[person % servers.Length], $"crowd{person}", window, until);
            Interlocked.Add(ref said[person % servers.Length], times.Count);
            foreach (var one in times)
                echo.Add(one);
        }));
        return new Crowd(said.Sum() / time.TotalSeconds, [.. echo], said.Max() == 0 ? 0 : (double)said.Min() / said.Max());
    }

    private static async Task<List<double>> Person(IPEndPoint server, string nick, int window, long until)
    {
        await using var wire = await WireClient.EnterRoom(server, nick, $"#{nick}", "echo-message");
        var (times, sent) = (new List<double>(), new Queue<long>());
        var number = 0;
        while (Stopwatch.GetTimestamp() < until || sent.Count > 0)
        {
            while (sent.Count < window && Stopwatch.GetTimestamp() < until)
            {
                sent.Enqueue(Stopwatch.GetTimestamp());
                await wire.Send(string.Create(CultureInfo.InvariantCulture, $"PRIVMSG #{nick} :line {number++} of many, as long as most lines are"));
            }
            if (sent.Count == 0)
                break;
            await wire.Heard.Until(" PRIVMSG ");
            times.Add(Stopwatch.GetElapsedTime(sent.Dequeue()).TotalMilliseconds);
        }
        await wire.Quit();
        return times;
    }
}
