using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Testing;

/// <summary>A server that says what a test tells it to, over a pair of pipes in memory.</summary>
public sealed class FakeServer
{
    /// <summary>Only so that a broken test ends; nothing waits for it to pass.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Pipe _toClient = new(new PipeOptions(useSynchronizationContext: false));
    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private readonly LineReader _lines = new(LineLimits.FromClient);

    public FakeServer() => ClientSide = new Side(_toClient.Reader, _toServer.Writer);

    public IDuplexPipe ClientSide { get; }

    public async Task Say(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            _toClient.Writer.Write(Encoding.UTF8.GetBytes(line + "\r\n"));
        await _toClient.Writer.FlushAsync();
    }

    public async Task SayBytes(ReadOnlyMemory<byte> bytes) => await _toClient.Writer.WriteAsync(bytes);

    public async Task HangUp(Exception? fault = null) => await _toClient.Writer.CompleteAsync(fault);

    /// <summary>The next line of the client, or null when it has hung up.</summary>
    public async Task<string?> Hear()
    {
        while (true)
        {
            var result = await _toServer.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            var buffer = result.Buffer;
            var line = Take(ref buffer);
            _toServer.Reader.AdvanceTo(buffer.Start, line is null ? buffer.End : buffer.Start);
            if (line is not null || result.IsCompleted)
                return line;
        }
    }

    /// <summary>Lines of the client up to the first that begins like this, which is given back.</summary>
    public async Task<string> HearUntil(string beginning)
    {
        while (await Hear() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"The client hung up without '{beginning}'.");
    }

    /// <summary>Greets a client that has been told nothing yet, without any capabilities, and lets it into its room.</summary>
    public async Task Welcome(string nick, string room)
    {
        await HearUntil("USER");
        await Say($":irc.test 001 {nick} :Welcome", $":irc.test 422 {nick} :No motd");
        await HearUntil("JOIN");
        await Say($":{nick}!{nick}@host JOIN {room}", $":irc.test 366 {nick} {room} :End");
    }

    private string? Take(ref ReadOnlySequence<byte> buffer) =>
        _lines.TryRead(ref buffer, out var line) == LineRead.Line ? Encoding.UTF8.GetString(line) : null;

    private sealed record Side(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
