using System.Net;
using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Several;

/// <summary>One of the servers, in a network of its own where there is one, and whether something is being done to it.</summary>
public sealed class ServerInTrouble : IAsyncDisposable
{
    private readonly RunningServer _server;

    public ServerInTrouble(int number, string journal, string data, ServerNetwork? network)
    {
        Network = network;
        string[] place = network is null ? [] : ["--host", network.Host, "--insecure"];
        _server = new RunningServer(["--journal", journal, "--data", data, "--flood", "off", "--name", $"server{number}.test", .. place]) { Within = network?.Starter ?? [], Port = network is null ? FreePort.Take() : 6667 };
    }

    public ServerNetwork? Network { get; }

    public IPEndPoint EndPoint => _server.EndPoint;

    /// <summary>It is killed, stopped or cut just now, so it is not chosen for something else.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>It ended by itself.</summary>
    public bool HasFailed => !IsBusy && _server.Program.HasExited;

    public Task<List<string>> LastWords => _server.Program.Errors.Rest();

    public Task Start() => _server.Start();

    /// <summary>As a supervisor does it: the database may be away just now, for longer than a start takes.</summary>
    public async Task StartSometime()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await _server.Start();
                return;
            }
            catch (Exception notYet) when (tries < 5 && notYet is TimeoutException or InvalidOperationException)
            {
                // Again.
            }
        }
    }

    public Task Kill() => Busy(async () =>
    {
        await _server.Kill();
        await StartSometime();
    });

    public Task Stop(TimeSpan time) => Busy(async () =>
    {
        _server.Program.Send(Signal.Stop);
        await Task.Delay(time);
        _server.Program.Send(Signal.Continue);
    });

    public Task Cut(TimeSpan time) => Busy(async () =>
    {
        Network!.Cut();
        await Task.Delay(time);
        Network.Heal();
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Network?.Dispose();
    }

    private async Task Busy(Func<Task> act)
    {
        IsBusy = true;
        try
        {
            await act();
        }
        finally
        {
            IsBusy = false;
        }
    }
}
