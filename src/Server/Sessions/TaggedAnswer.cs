using System.Buffers;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Sessions;

/// <summary>An answer all of whose lines get one more tag.</summary>
public sealed class TaggedAnswer(Answer inner, byte[] tag) : Answer
{
    private readonly ArrayBufferWriter<byte> _inner = new(512);

    public override bool Waits => inner.Waits;

    public override bool WritePage(IBufferWriter<byte> page)
    {
        _inner.ResetWrittenCount();
        var more = inner.WritePage(_inner);
        LineTags.AddToEach(_inner.WrittenSpan, tag, line => page.Write(line));
        return more;
    }

    public override void Done() => inner.Done();
}
