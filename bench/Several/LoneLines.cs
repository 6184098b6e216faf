using System.Diagnostics;
using System.Globalization;
using System.Net;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Several;

/// <summary>One line at a time, on servers with nothing else to do: when its speaker has the echo, and when somebody else heard it, in milliseconds.</summary>
public sealed record LoneLines(IReadOnlyList<double> Echo, IReadOnlyList<double> Heard)
{
    private const int Lines = 300;
    private const int WarmUp = 50;

    public static Task<LoneLines> Measure(RunningServer speaker, RunningServer hearer) => Measure(speaker?.EndPoint!, hearer?.EndPoint!);

    public static Task<LoneLines> Measure(ServerInTrouble speaker, ServerInTrouble hearer) => Measure(speaker?.EndPoint!, hearer?.EndPoint!);

    private static async Task<LoneLines> Measure(IPEndPoint here, IPEndPoint there)
    {
        await using var mai = await WireClient.EnterRoom(here, "lone1", "#lone", "echo-message");
        await using var duy = await WireClient.EnterRoom(there, "lone2", "#lone");
        var (echo, heard) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Lines; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(8));
            var (text, began) = (string.Create(CultureInfo.InvariantCulture, $":lone-{i}-"), Stopwatch.GetTimestamp());
            var both = Task.WhenAll(When(mai, text, began), When(duy, text, began));
            await mai.Send($"PRIVMSG #lone {text}");
            var times = await both;
            if (i < WarmUp)
                continue;
            echo.Add(times[0]);
            heard.Add(times[1]);
        }
        return new LoneLines(echo, heard);
    }

    private static async Task<double> When(WireClient who, string text, long began)
    {
        await who.Heard.Until(text);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
