using System.Net;

namespace ChatRoom.Bench.Driver;

/// <summary>`chatroom serve` as a process of its own, on a free port of this machine.</summary>
/// <param name="options">Further options of `chatroom serve`: at least `--data` or `--memory`.</param>
public sealed class RunningServer(params string[] options) : IServerUnderTest
{
    private const string Ready = "listening on ";

    private RunningProgram? _program;

    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>A free one if none is said. One that may begin anew by itself has to be found at the same again.</summary>
    public int Port { get; init; }

    /// <summary>The program that starts it, with its arguments; none for no other.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    public RunningProgram Program => _program ?? throw new InvalidOperationException("The server is not started.");

    public async Task Start()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        _program = RunningProgram.ChatRoomWithin(Within, [], ["serve", "--port", $"{Port}", .. options]);
        try
        {
            EndPoint = IPEndPoint.Parse((await _program.Output.Until(Ready))[Ready.Length..]);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidOperationException($"The server did not start: {string.Join('\n', await _program.Errors.Rest())}");
        }
    }

    /// <summary>A server that is started already.</summary>
    public static async Task<RunningServer> Started(params string[] options)
    {
        var server = new RunningServer(options);
        try
        {
            await server.Start();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<int> Stop()
    {
        Program.Send(Signal.Terminate);
        return await Program.Exit();
    }

    public async Task Kill()
    {
        Program.Send(Signal.Kill);
        await Program.Exit();
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
    }
}
