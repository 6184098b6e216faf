using System.Buffers;

namespace ChatRoom.Irc.Tests;

/// <summary>Bytes as a connection receives them: in chunks, each of them a segment of its own.</summary>
internal sealed class Received : ReadOnlySequenceSegment<byte>
{
    private Received(ReadOnlyMemory<byte> chunk, long at)
    {
        Memory = chunk;
        RunningIndex = at;
    }

    public static ReadOnlySequence<byte> Of(IEnumerable<byte[]> chunks)
    {
        Received? first = null, last = null;
        foreach (var chunk in chunks)
        {
            var next = new Received(chunk, last is null ? 0 : last.RunningIndex + last.Memory.Length);
            if (last is not null)
                last.Next = next;
            first ??= next;
            last = next;
        }
        return first is null ? default : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }
}
