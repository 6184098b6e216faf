using System.Buffers;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Sessions;

/// <summary>An answer that is written like a method, and read like a book: it begins and goes on only when it is its turn to be sent.</summary>
public sealed class PagedAnswer(ServerInfo info, string nick, Capability capabilities, Func<Numeric, IEnumerable<Written>> write, bool waits) : Answer
{
    private static readonly Pool<LineWriter> Writers = new(() => new LineWriter(Limits.AnswerBytes));

    private LineWriter? _lines;
    private IEnumerator<Written>? _answer;

    public override bool Waits => waits;

    public override bool WritePage(IBufferWriter<byte> page)
    {
        _lines ??= Writers.Rent();
        _answer ??= write(new Numeric(_lines, info.Name, nick, capabilities)).GetEnumerator();
        var more = true;
        while (more && _lines.Length < Limits.PageBytes)
            more = _answer.MoveNext();
        page.Write(_lines.Span());
        _lines.Clear();
        return more;
    }

    public override void Done()
    {
        if (_lines is not null)
        {
            // It may have failed in the middle of a line.
            _lines.Clear();
            Writers.Return(_lines);
            _lines = null;
        }
        base.Done();
    }
}
