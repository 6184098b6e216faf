using System.Buffers;
using System.Buffers.Binary;

namespace ChatRoom.Server.Transport.WebSockets;

/// <summary>A frame of a WebSocket (RFC 6455, 5.2), as a client sends it.</summary>
/// <param name="Wrong">Not 0: it can't be read, and the connection ends with this status.</param>
public readonly record struct WebSocketFrame(bool IsLast, WebSocketOpcode Opcode, byte[] Payload, int Wrong = 0)
{
    private const int ProtocolError = 1002;
    private const int TooBig = 1009;

    /// <summary>Takes a whole frame off the buffer; null if more has to come.</summary>
    public static WebSocketFrame? Read(ref ReadOnlySequence<byte> buffer)
    {
        Span<byte> head = stackalloc byte[14];
        var known = (int)Math.Min(buffer.Length, head.Length);
        buffer.Slice(0, known).CopyTo(head);
        if (known < 2)
            return null;
        var opcode = (WebSocketOpcode)(head[0] & 0x0f);
        var (isControl, code) = (opcode >= WebSocketOpcode.Close, head[1] & 0x7f);
        // No extension was agreed on; a client masks what it sends; what controls is short and in one piece (5.1, 5.2, 5.5).
        if ((head[0] & 0x70) != 0 || (head[1] & 0x80) == 0 || !Enum.IsDefined(opcode) || (isControl && (code > 125 || (head[0] & 0x80) == 0)))
            return new WebSocketFrame(true, opcode, [], ProtocolError);
        var start = code switch { 126 => 8, 127 => 14, _ => 6 };
        if (known < start)
            return null;
        var length = code switch { 126 => BinaryPrimitives.ReadUInt16BigEndian(head[2..]), 127 => BinaryPrimitives.ReadUInt64BigEndian(head[2..]), _ => (ulong)code };
        // "The minimal number of bytes MUST be used to encode the length."
        if (length <= (code switch { 126 => 125UL, 127 => ushort.MaxValue, _ => 0UL }) && code > 125)
            return new WebSocketFrame(true, opcode, [], ProtocolError);
        if (length > Limits.WebSocketMessageBytes)
            return new WebSocketFrame(true, opcode, [], TooBig);
        if (buffer.Length < start + (long)length)
            return null;
        var payload = buffer.Slice(start, (long)length).ToArray();
        var mask = head[(start - 4)..start];
        for (var i = 0; i < payload.Length; i++)
            payload[i] ^= mask[i & 3];
        var isLast = (head[0] & 0x80) != 0;
        buffer = buffer.Slice(start + (long)length);
        return new WebSocketFrame(isLast, opcode, payload);
    }

    /// <summary>A frame of ours: whole, and not masked.</summary>
    public static void Write(IBufferWriter<byte> to, WebSocketOpcode opcode, in ReadOnlySequence<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(to);
        var head = to.GetSpan(10);
        head[0] = (byte)(0x80 | (int)opcode);
        var length = payload.Length switch { < 126 => 2, <= ushort.MaxValue => 4, _ => 10 };
        head[1] = (byte)(length == 2 ? payload.Length : length == 4 ? 126 : 127);
        if (length == 4)
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)payload.Length);
        else if (length == 10)
            BinaryPrimitives.WriteUInt64BigEndian(head[2..], (ulong)payload.Length);
        to.Advance(length);
        foreach (var piece in payload)
            to.Write(piece.Span);
    }
}

/// <summary>What a frame is.</summary>
public enum WebSocketOpcode
{
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10,
}
