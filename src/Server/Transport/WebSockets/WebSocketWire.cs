using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text.Unicode;

namespace ChatRoom.Server.Transport.WebSockets;

/// <summary>
/// A WebSocket that has begun: each message is a line without its end, both ways. Lines and what controls the connection are sent by two loops, so a
/// sending waits for the one before.
/// </summary>
internal sealed class WebSocketWire(ITransport wire, bool isText) : IDisposable
{
    private const int GoingAway = 1000;
    private const int ProtocolError = 1002;
    private const int BadText = 1007;
    private const int TooBig = 1009;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ArrayBufferWriter<byte> _message = new();
    private WebSocketOpcode? _open;
    private bool _isClosed;

    public void Dispose() => _sending.Dispose();

    /// <summary>Reads until the client ends it, or does what it must not.</summary>
    public async Task Receive(PipeWriter lines)
    {
        try
        {
            while (true)
            {
                var read = await wire.Input.ReadAsync().ConfigureAwait(false);
                var buffer = read.Buffer;
                var goesOn = true;
                while (goesOn && WebSocketFrame.Read(ref buffer) is { } frame)
                    goesOn = await Take(frame, lines).ConfigureAwait(false);
                wire.Input.AdvanceTo(buffer.Start, goesOn ? buffer.End : buffer.Start);
                if (!goesOn || read.IsCompleted || read.IsCanceled)
                    return;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            _isClosed = true;
        }
        finally
        {
            await lines.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Sends each line as a message, until it is told that nothing more comes or that nobody is there.</summary>
    public async Task Send(PipeReader lines)
    {
        bool isLast;
        do
        {
            var read = await lines.ReadAsync().ConfigureAwait(false);
            var buffer = read.Buffer;
            var frames = new ArrayBufferWriter<byte>();
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                WebSocketFrame.Write(frames, isText ? WebSocketOpcode.Text : WebSocketOpcode.Binary, line.Slice(0, Math.Max(0, line.Length - 1)));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            lines.AdvanceTo(buffer.Start, buffer.End);
            // What was said before the end is sent, too.
            isLast = !await Write(frames.WrittenMemory).ConfigureAwait(false) || read.IsCanceled || read.IsCompleted;
        }
        while (!isLast);
        await Close(GoingAway).ConfigureAwait(false);
        // From now on a sender is told that nobody is there.
        await lines.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>False when it is over.</summary>
    private async ValueTask<bool> Take(WebSocketFrame frame, PipeWriter lines)
    {
        if (frame.Wrong != 0)
            return await End(frame.Wrong).ConfigureAwait(false);
        switch (frame.Opcode)
        {
            case WebSocketOpcode.Close:
                return await End(AnswerTo(frame.Payload)).ConfigureAwait(false);
            case WebSocketOpcode.Ping:
                return await Control(WebSocketOpcode.Pong, frame.Payload).ConfigureAwait(false);
            case WebSocketOpcode.Pong:
                return true;
            case WebSocketOpcode.Continuation when _open is null:
            case WebSocketOpcode.Text or WebSocketOpcode.Binary when _open is not null:
                return await End(ProtocolError).ConfigureAwait(false);
            case WebSocketOpcode.Text or WebSocketOpcode.Binary:
                _open = frame.Opcode;
                break;
            case WebSocketOpcode.Continuation:
                break;
        }
        if (_message.WrittenCount + frame.Payload.Length > Limits.WebSocketMessageBytes)
            return await End(TooBig).ConfigureAwait(false);
        _message.Write(frame.Payload);
        return !frame.IsLast || await Message(lines).ConfigureAwait(false);
    }

    /// <summary>A whole message is a line; with or without the end that it should not have.</summary>
    private async ValueTask<bool> Message(PipeWriter lines)
    {
        if (_open == WebSocketOpcode.Text && !Utf8.IsValid(_message.WrittenSpan))
            return await End(BadText).ConfigureAwait(false);
        _open = null;
        lines.Write(_message.WrittenSpan.TrimEnd("\r\n"u8));
        lines.Write("\r\n"u8);
        _message.ResetWrittenCount();
        return !(await lines.FlushAsync().ConfigureAwait(false)).IsCompleted;
    }

    /// <summary>What a client closes with: nothing, or a status that may stand there and a reason that is text (RFC 6455, 5.5.1 and 7.4).</summary>
    private static int AnswerTo(ReadOnlySpan<byte> closing)
    {
        if (closing.IsEmpty)
            return GoingAway;
        if (closing.Length == 1 || BinaryPrimitives.ReadUInt16BigEndian(closing) is not ((>= 1000 and <= 1014 and not (1004 or 1005 or 1006)) or (>= 3000 and <= 4999)))
            return ProtocolError;
        return Utf8.IsValid(closing[2..]) ? GoingAway : BadText;
    }

    private async ValueTask<bool> End(int status)
    {
        await Close(status).ConfigureAwait(false);
        return false;
    }

    private async Task Close(int status)
    {
        if (_isClosed)
            return;
        var code = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(code, (ushort)status);
        await Control(WebSocketOpcode.Close, code).ConfigureAwait(false);
        _isClosed = true;
    }

    private async ValueTask<bool> Control(WebSocketOpcode opcode, byte[] payload)
    {
        var frame = new ArrayBufferWriter<byte>();
        WebSocketFrame.Write(frame, opcode, new ReadOnlySequence<byte>(payload));
        return await Write(frame.WrittenMemory).ConfigureAwait(false);
    }

    private async ValueTask<bool> Write(ReadOnlyMemory<byte> bytes)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            return !_isClosed && (bytes.IsEmpty || await wire.SendAsync(bytes).ConfigureAwait(false));
        }
        finally
        {
            _sending.Release();
        }
    }
}
