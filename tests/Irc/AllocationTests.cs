using System.Buffers;

namespace ChatRoom.Irc.Tests;

/// <summary>The server parses, folds and writes each message without giving the garbage collector anything to do.</summary>
public class AllocationTests
{
    private static readonly byte[] Received =
        [.. "@label=7;+draft/reply=a\\sb :ann!a@host PRIVMSG #room :hello there, caf\u00e9\r\n"u8, .. "PING x\r\n"u8];

    private readonly LineReader _reader = new(LineLimits.FromClient);
    private readonly LineWriter _writer = new();
    private readonly byte[] _folded = new byte[64];
    private readonly byte[] _time = new byte[ServerTime.Length];
    private int _seen;

    [Fact]
    public void A_message_is_read_and_written_without_allocation()
    {
        for (var i = 0; i < 100; i++)
            ReadAndWrite();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            ReadAndWrite();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1100 * 2, _seen);
    }

    private void ReadAndWrite()
    {
        var buffer = new ReadOnlySequence<byte>(Received);
        _writer.Clear();
        while (_reader.TryRead(ref buffer, out var bytes) == LineRead.Line)
        {
            if (Line.Parse(bytes, out var line) == LineFault.None)
                _seen++;
            ServerTime.Format(1_795_172_713_123, _time);
            _writer.Tag("time"u8, _time).Tag("label"u8, "a;b c");
            foreach (var tag in line.EachTag())
            {
                if (tag.IsClientOnly)
                    _writer.RawTag(tag.Name, tag.RawValue);
            }
            line.TryTag("label"u8, out _);
            Hostmask.Split(line.Source, out _, out _, out _);
            CaseMapping.Ascii.Fold(line[0], _folded);
            _writer.Source("ann!a@host").Command(line.Command).Param(line[0]).Param(7).Last(line[1]).More("caf\u00e9 \ud83d").End();
        }
    }
}
