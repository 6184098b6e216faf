using System.Text;
using System.Threading.Channels;
using ChatRoom.Testing;

namespace ChatRoom.Cli.Tests;

/// <summary>A writer whose lines a test can wait for.</summary>
internal sealed class WrittenLines : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>How many were not read yet.</summary>
    public int Count => _lines.Reader.Count;

    public override void WriteLine(string? value) => _lines.Writer.TryWrite(value ?? "");

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public Task<string> Next() => _lines.Reader.ReadAsync().AsTask().WaitAsync(ListeningSupervisor.Deadline);
}
