using System.Buffers;
using System.Numerics;
using FsCheck.Fluent;
using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class LineReaderTests
{
    private const string TooLong = "<too long>";

    [Theory]
    [InlineData("a\r\nb\n", new[] { "a", "b" })]
    [InlineData("\r\n\n\r\na\r\n\r\n", new[] { "a" })]
    [InlineData("abcd\r\n", new[] { "abcd" })]
    [InlineData("abcd\n", new[] { "abcd" })]
    [InlineData("abcde\n", new[] { TooLong })]
    [InlineData("abcde\r\nx\n", new[] { TooLong, "x" })]
    [InlineData("abcdef\na\nabcde\n", new[] { TooLong, "a", TooLong })]
    [InlineData("ab\rc\n", new[] { "ab\rc" })]
    [InlineData("a\r\r\n", new[] { "a\r" })]
    [InlineData("abcd\r", new string[0])]
    [InlineData("abcdef", new[] { TooLong })]
    [InlineData("abc", new string[0])]
    [InlineData("", new string[0])]
    public void Every_chunking_gives_the_same_lines(string received, string[] lines)
    {
        var bytes = Utf8(received);
        // Each bit says whether a chunk ends behind that byte: all ways to cut the bytes.
        for (var cuts = 0; cuts < 1 << Math.Max(0, bytes.Length - 1); cuts++)
            Assert.Equal(lines, ReadAll(Cut(bytes, cuts), 4));
    }

    [Fact]
    public void Any_bytes_in_any_chunks_give_what_they_give_in_one() => Holds(
        from bytes in Gen.Elements("ab\r\n\n"u8.ToArray()).ArrayOf(40)
        from sizes in Gen.Choose(1, 9).ArrayOf(40)
        select (bytes, sizes),
        drawn =>
        {
            var chunks = new List<byte[]>();
            for (int at = 0, i = 0; at < drawn.bytes.Length; at += drawn.sizes[i++])
                chunks.Add(drawn.bytes[at..Math.Min(drawn.bytes.Length, at + drawn.sizes[i])]);
            Assert.Equal(ReadAll([drawn.bytes], 6), ReadAll(chunks, 6));
        });

    [Theory]
    [InlineData(LineLimits.FromClient)]
    [InlineData(LineLimits.FromServer)]
    public void The_limit_is_kept_to_the_byte(int limit)
    {
        string Line(int length) => new('x', length);
        Assert.Equal([Line(limit - 1)], ReadAll([Utf8(Line(limit - 1) + "\r\n")], limit));
        Assert.Equal([Line(limit)], ReadAll([Utf8(Line(limit) + "\r\n")], limit));
        Assert.Equal([TooLong], ReadAll([Utf8(Line(limit + 1) + "\r\n")], limit));
        Assert.Equal([TooLong, "ok"], ReadAll([Utf8(Line(3 * limit)), Utf8(Line(limit)), Utf8("\r\nok\r\n")], limit));
    }

    [Fact]
    public void A_line_without_end_is_not_kept()
    {
        var reader = new LineReader(4);
        var kept = new ReadOnlySequence<byte>(Utf8("abcdef"));
        Assert.Equal(LineRead.TooLong, reader.TryRead(ref kept, out _));
        Assert.True(kept.IsEmpty);
        for (var i = 0; i < 3; i++)
        {
            kept = new ReadOnlySequence<byte>(Utf8("ghijklm"));
            Assert.Equal(LineRead.NeedMore, reader.TryRead(ref kept, out _));
            Assert.True(kept.IsEmpty);
        }
    }

    [Fact]
    public void What_was_looked_at_is_not_looked_at_again()
    {
        var reader = new LineReader(100);
        var bytes = Utf8("abcd");
        var buffer = new ReadOnlySequence<byte>(bytes, 0, 3);
        Assert.Equal(LineRead.NeedMore, reader.TryRead(ref buffer, out _));
        // A reader that began again from the front would find this end.
        bytes[1] = (byte)'\n';
        buffer = new ReadOnlySequence<byte>(bytes);
        Assert.Equal(LineRead.NeedMore, reader.TryRead(ref buffer, out _));
    }

    private static List<byte[]> Cut(byte[] bytes, int cuts)
    {
        var chunks = new List<byte[]>(BitOperations.PopCount((uint)cuts) + 1);
        var start = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i < bytes.Length - 1 && (cuts & (1 << i)) == 0)
                continue;
            chunks.Add(bytes[start..(i + 1)]);
            start = i + 1;
        }
        return chunks;
    }

    /// <summary>Feeds the chunks one after the other, keeping in the buffer what the reader left, as a pipe does.</summary>
    private static List<string> ReadAll(IReadOnlyList<byte[]> chunks, int limit)
    {
        var reader = new LineReader(limit);
        var lines = new List<string>();
        var kept = new List<byte[]>();
        foreach (var chunk in chunks)
        {
            kept.Add(chunk);
            var buffer = Received.Of(kept);
            while (reader.TryRead(ref buffer, out var line) is not LineRead.NeedMore and var read)
                lines.Add(read == LineRead.TooLong ? TooLong : Utf8(line));
            kept.Clear();
            foreach (var rest in buffer)
                kept.Add(rest.ToArray());
        }
        return lines;
    }
}
