using System.Buffers;
using ChatRoom.Irc;
using ChatRoom.Journal;
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
        var to = new Numeric(_lines, info.Name, nick, capabilities);
        _answer ??= write(to).GetEnumerator();
        var more = true;
        try
        {
            while (more && _lines.Length < Limits.PageBytes)
                more = _answer.MoveNext();
        }
        catch (JournalLostException lost)
        {
            // Nobody has to go because a database is away for a moment.
            to.Writer.Source(to.Server).Command("NOTICE"u8).Param(nick).Last($"What was said can't be read now: {lost.Message}").End();
            more = false;
        }
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
        _answer?.Dispose();
        base.Done();
    }
}
