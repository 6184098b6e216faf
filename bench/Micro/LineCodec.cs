using System.Text;
using BenchmarkDotNet.Attributes;
using ChatRoom.Irc;

namespace ChatRoom.Bench.Micro;

/// <summary>What each line that comes in and each one that goes out costs before anybody has thought about it.</summary>
[MemoryDiagnoser]
public class LineCodec
{
    private const string Text = "Hello, Duy! Have you seen what they wrote about the meeting on Friday?";

    private readonly byte[] _plain = Encoding.UTF8.GetBytes($"PRIVMSG #lobby :{Text}");
    private readonly byte[] _tagged = Encoding.UTF8.GetBytes($"@label=42;+draft/reply=q3k8c0v1ab-1234567 PRIVMSG #lobby :{Text}");
    private readonly LineWriter _writer = new();

    [Benchmark]
    public int ParsePlain()
    {
        Line.Parse(_plain, out var line);
        return line[1].Length;
    }

    [Benchmark]
    public int ParseTagged()
    {
        Line.Parse(_tagged, out var line);
        return line.TryTag("label"u8, out var label) ? label.Length : 0;
    }

    [Benchmark]
    public int WriteTagged()
    {
        _writer.Clear();
        Span<byte> time = stackalloc byte[ServerTime.Length];
        ServerTime.Format(1_795_000_000_123, time);
        _writer.Tag("time"u8, time).Tag("msgid"u8, "q3k8c0v1ab-1234567")
            .Source("Tuan!tuan@guest").Command("PRIVMSG"u8).Param("#lobby").Last(Text).End();
        return _writer.Length;
    }
}
