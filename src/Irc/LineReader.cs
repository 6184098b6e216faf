using System.Buffers;

namespace ChatRoom.Irc;

/// <summary>
/// Cuts what a connection receives into lines. It remembers how far it has looked, so a line that arrives byte by byte is looked at
/// once, and it never asks anyone to keep more than the limit of an unfinished line.
/// </summary>
/// <remarks>
/// A line ends with LF or CR LF (RFC 1459 section 2.3 wants CR LF; clients exist that send LF). Empty lines are passed over. Give it
/// the buffer again from where it left it: `pipe.AdvanceTo(buffer.Start, buffer.End)` and the next read do that.
/// </remarks>
/// <param name="limit">The most bytes of a line, without CR LF: one of <see cref="LineLimits"/>.</param>
public sealed class LineReader(int limit)
{
    private byte[] _whole = [];
    private long _looked;
    private bool _dropping;

    /// <summary>Takes the next line off the front of the buffer.</summary>
    /// <param name="buffer">What was received and not yet taken; shortened by what is taken now.</param>
    /// <param name="line">The line without its end, valid until the buffer is released or the next call.</param>
    public LineRead TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySpan<byte> line)
    {
        line = default;
        while (true)
        {
            if (buffer.Slice(_looked).PositionOf((byte)'\n') is not { } end)
                return LookedAtAll(ref buffer);
            var taken = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            _looked = 0;
            if (_dropping)
            {
                _dropping = false;
                continue;
            }
            // What is too long even without a CR is not worth copying.
            if (taken.Length > limit + 1)
                return LineRead.TooLong;
            line = Whole(taken);
            if (line.EndsWith((byte)'\r'))
                line = line[..^1];
            if (line.Length > limit)
                return LineRead.TooLong;
            if (!line.IsEmpty)
                return LineRead.Line;
        }
    }

    /// <summary>
    /// There is no end yet. One byte more than the limit may still be the CR of a line that fits; with two more the line can only be too
    /// long, and what came of it and what is still to come is dropped.
    /// </summary>
    private LineRead LookedAtAll(ref ReadOnlySequence<byte> buffer)
    {
        var tooLong = !_dropping && buffer.Length > limit + 1;
        _dropping |= tooLong;
        if (_dropping)
            buffer = buffer.Slice(buffer.End);
        _looked = buffer.Length;
        return tooLong ? LineRead.TooLong : LineRead.NeedMore;
    }

    /// <summary>A line in one piece. Only one that lies across segments is copied, into a buffer that grows when first needed.</summary>
    private ReadOnlySpan<byte> Whole(ReadOnlySequence<byte> taken)
    {
        if (taken.IsSingleSegment)
            return taken.FirstSpan;
        var length = (int)taken.Length;
        if (_whole.Length < length)
            _whole = new byte[Math.Max(length, Math.Min(limit + 1, 2 * _whole.Length))];
        taken.CopyTo(_whole);
        return _whole.AsSpan(0, length);
    }
}
