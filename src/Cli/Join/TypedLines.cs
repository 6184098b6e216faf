using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ChatRoom.Cli.Join;

/// <summary>
/// Reads lines from stdin and says what each means. A line of any length is read in pieces, so that memory stays bounded and nothing
/// is lost; what can't be said in IRC is refused with the number of its line.
/// </summary>
public sealed class TypedLines(PipeReader input)
{
    /// <summary>About forty messages: one piece is at most what may be under way, and a bit.</summary>
    public const int LongestPiece = 16 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The number of the line that was given last, from 1.</summary>
    public int Last { get; private set; }

    private int _number = 1;
    private bool _continues;

    /// <summary>The next line, or null at the end of the input.</summary>
    public async ValueTask<TypedLine?> Next(CancellationToken stop = default)
    {
        while (true)
        {
            var result = await input.ReadAsync(stop);
            var buffer = result.Buffer;
            if (Take(ref buffer, result.IsCompleted) is { } typed)
            {
                input.AdvanceTo(buffer.Start);
                return typed;
            }
            input.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
                return null;
        }
    }

    private TypedLine? Take(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        var end = buffer.PositionOf((byte)'\n');
        if (end is { } found && buffer.Slice(0, found).Length <= LongestPiece)
        {
            var line = buffer.Slice(0, found).ToArray();
            buffer = buffer.Slice(buffer.GetPosition(1, found));
            return Read(line, ends: true);
        }
        if (buffer.Length > LongestPiece)
        {
            var piece = buffer.Slice(0, LongestPiece).ToArray();
            var length = WholeCharacters(piece);
            buffer = buffer.Slice(length);
            return Read(piece.AsSpan(0, length), ends: false);
        }
        if (!isLast || buffer.IsEmpty)
            return null;
        var rest = buffer.ToArray();
        buffer = buffer.Slice(buffer.End);
        return Read(rest, ends: true);
    }

    private TypedLine Read(ReadOnlySpan<byte> bytes, bool ends)
    {
        var (number, continues) = (_number, _continues);
        _continues = !ends;
        Last = number;
        if (ends)
        {
            _number++;
            if (bytes.EndsWith((byte)'\r'))
                bytes = bytes[..^1];
        }
        if (bytes.IndexOfAny((byte)0, (byte)'\r') >= 0)
            return new TypedLine.Mistake($"line {number} has a NUL or a carriage return in it, which IRC can't carry; it was not sent");
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return new TypedLine.Mistake($"line {number} is not UTF-8; it was not sent");
        var text = Strict.GetString(bytes);
        return !continues ? TypedLine.Parse(text) : text.Length == 0 ? new TypedLine.Nothing() : TypedLine.Speech(text);
    }

    /// <summary>A piece ends behind a space where one is near, and never inside a character.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> piece)
    {
        var space = piece.LastIndexOf((byte)' ');
        if (space > piece.Length / 2)
            return space + 1;
        var last = piece.Length - 1;
        while (last > piece.Length - 4 && (piece[last] & 0xC0) == 0x80)
            last--;
        return last;
    }
}
