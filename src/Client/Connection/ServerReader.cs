using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Connection;

/// <summary>Reads what the server sends and hands it on, line by line; when the owner is busy it waits, and so does the server.</summary>
internal sealed class ServerReader(PipeReader input, ChannelWriter<ClientMessage> heard, TimeProvider clock)
{
    private readonly LineReader _lines = new(LineLimits.FromServer);

    /// <summary>Ends with <see cref="ClientMessage.Lost"/>. Whatever else goes wrong reaches the owner through the channel.</summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            var why = await ReadAll(stop);
            await heard.WriteAsync(new ClientMessage.Lost(why), stop);
            heard.Complete();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            heard.Complete();
        }
        catch (Exception fault)
        {
            heard.Complete(fault);
        }
    }

    private async Task<string> ReadAll(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var result = await input.ReadAsync(stop);
                var buffer = result.Buffer;
                var lines = Take(ref buffer);
                input.AdvanceTo(buffer.Start, buffer.End);
                foreach (var line in lines)
                    await heard.WriteAsync(new ClientMessage.Heard(line, clock.GetUtcNow()), stop);
                if (result.IsCompleted)
                    return "the server closed the connection";
            }
        }
        catch (IOException fault)
        {
            return fault.InnerException?.Message ?? fault.Message;
        }
    }

    /// <summary>What is no line is left out: there is nobody to answer, and the next one may be good again.</summary>
    private List<Message> Take(ref ReadOnlySequence<byte> buffer)
    {
        var lines = new List<Message>();
        while (_lines.TryRead(ref buffer, out var bytes) is var read and not LineRead.NeedMore)
        {
            if (read == LineRead.Line && Message.TryParse(bytes, out var line) == LineFault.None)
                lines.Add(line);
        }
        return lines;
    }
}
