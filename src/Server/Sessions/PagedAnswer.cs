using System.Buffers;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Sessions;

/// <summary>An answer that is written like a method, and read like a book: it goes on only when its last page is sent.</summary>
public sealed class PagedAnswer(IEnumerable<Written> answer, LineWriter lines) : Answer
{
    private readonly IEnumerator<Written> _answer = answer.GetEnumerator();

    public override bool WritePage(IBufferWriter<byte> page)
    {
        var more = true;
        while (more && lines.Length < Limits.PageBytes)
            more = _answer.MoveNext();
        page.Write(lines.Span());
        // Afterwards and not before: an answer may have begun to write when it was asked for.
        lines.Clear();
        return more;
    }
}
