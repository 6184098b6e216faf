using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Several;

/// <summary>People who write and never send: each lets its room know every three seconds, as clients do. Ten are in a room, spread over the servers.</summary>
public sealed class Typers : IAsyncDisposable
{
    public const int People = 500;

    private const int InARoom = 10;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _over = new();
    private readonly List<WireClient> _people = [];
    private Task _all = Task.CompletedTask;
    private int _heard;

    private Typers()
    {
    }

    /// <summary>How often somebody was told that another one writes.</summary>
    public int Heard => _heard;

    public static async Task<Typers> Begin(IReadOnlyList<IPEndPoint> servers)
    {
        ArgumentNullException.ThrowIfNull(servers);
        var typers = new Typers();
        for (var i = 0; i < People; i++)
            typers._people.Add(await WireClient.EnterRoom(servers[i % servers.Count], $"typer{i}", Room(i), "message-tags"));
        typers._all = Task.WhenAll([typers.Type(), .. typers._people.Select(typers.Read)]);
        return typers;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _all;
        foreach (var one in _people)
            await one.Quit();
        foreach (var one in _people)
            await one.DisposeAsync();
        _over.Dispose();
    }

    private static string Room(int person) => string.Create(CultureInfo.InvariantCulture, $"#writing{person / InARoom}");

    /// <summary>One after the other, evenly.</summary>
    private async Task Type()
    {
        using var next = new PeriodicTimer(Each / People);
        try
        {
            for (var i = 0; await next.WaitForNextTickAsync(_over.Token); i = (i + 1) % People)
                await _people[i].Send($"@+typing=active TAGMSG {Room(i)}");
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // They have stopped.
        }
    }

    private async Task Read(WireClient who)
    {
        try
        {
            while (await who.Heard.Next(_over.Token) is { } line)
            {
                if (line.StartsWith("PING ", StringComparison.Ordinal))
                    await who.Send($"PONG {line[5..]}");
                if (line.StartsWith("@+typing=active ", StringComparison.Ordinal))
                    Interlocked.Increment(ref _heard);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // They have stopped.
        }
    }
}
