using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class LineWriterTests
{
    private readonly LineWriter _writer = new(16);

    private string Written => Utf8(_writer.Span());

    [Fact]
    public void Lines_are_written_one_behind_the_other()
    {
        _writer.Source("irc.example"u8).Command(Numerics.RplWelcome).Param("ann").Last("Welcome, ann").End();
        var second = _writer.Length;
        _writer.Tag("time"u8, "now").Tag("msgid"u8, "a;b"u8).Source("ann!a@h").Command("PRIVMSG"u8).Param("#a"u8).Last("hi"u8).End();
        Assert.Equal(":irc.example 001 ann :Welcome, ann\r\n@time=now;msgid=a\\:b :ann!a@h PRIVMSG #a :hi\r\n", Written);
        Assert.Equal("@time=now;msgid=a\\:b :ann!a@h PRIVMSG #a :hi\r\n", Utf8(_writer.Span(second)));
    }

    [Fact]
    public void Text_and_bytes_are_written_alike()
    {
        const string text = "caf\u00e9 \ud83d\ude00; \\";
        var bytes = Utf8(text);
        _writer.Tag("a"u8, text).Source("\u00e9").Command("X"u8).Param("\u00e9").Last(text).More(text).End();
        var other = new LineWriter().Tag("a"u8, bytes).Source("\u00e9"u8).Command("X"u8).Param("\u00e9"u8).Last(bytes).More(bytes).End();
        Assert.Equal(Written, Utf8(other.Span()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Numbers_are_written(long number)
    {
        _writer.Command("X"u8).Param(number).End();
        Assert.Equal($"X {number}\r\n", Written);
    }

    [Fact]
    public void Cleared_it_begins_anew_and_keeps_nothing()
    {
        _writer.Tag("a"u8, "b").Command("X"u8).Last("unfinished");
        _writer.Clear();
        Assert.Equal(0, _writer.Length);
        _writer.Command("Y"u8).End();
        Assert.Equal("Y\r\n", Written);
    }

    [Fact]
    public void An_unfinished_line_can_be_taken_back()
    {
        _writer.Command("X"u8).Param("a").End();
        var end = _writer.Length;
        Assert.Throws<ArgumentException>(() => _writer.Command("Y"u8).Param("a b"));
        _writer.Truncate(end);
        _writer.Command("Z"u8).End();
        Assert.Equal("X a\r\nZ\r\n", Written);
        Assert.Throws<ArgumentOutOfRangeException>(() => _writer.Truncate(_writer.Length + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _writer.Truncate(-1));
    }

    [Fact]
    public void A_tag_that_is_passed_on_is_not_escaped_twice()
    {
        _writer.RawTag("+a"u8, "b\\:c"u8).RawTag("+d"u8, ""u8).Command("X"u8).End();
        Assert.Equal("@+a=b\\:c;+d X\r\n", Written);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a b")]
    [InlineData("a\r")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    public void A_tag_that_is_passed_on_must_be_escaped(string value) =>
        Assert.Throws<ArgumentException>(() => _writer.RawTag("+a"u8, Utf8(value)));

    [Theory]
    [InlineData("")]
    [InlineData(":a")]
    [InlineData("a b")]
    [InlineData("a\rb")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void A_middle_parameter_is_one_word(string text)
    {
        Assert.Throws<ArgumentException>(() => new LineWriter().Command("X"u8).Param(text));
        Assert.Throws<ArgumentException>(() => new LineWriter().Command("X"u8).Param(Utf8(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nb")]
    [InlineData("a\0")]
    public void A_source_is_one_word(string text)
    {
        Assert.Throws<ArgumentException>(() => new LineWriter().Source(text));
        Assert.Throws<ArgumentException>(() => new LineWriter().Source(Utf8(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A B")]
    [InlineData(":A")]
    [InlineData("@A")]
    [InlineData("A\r\nB")]
    public void A_command_has_letters_and_digits_only(string text) =>
        Assert.Throws<ArgumentException>(() => _writer.Command(Utf8(text)));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a=b")]
    [InlineData("a;b")]
    [InlineData("a\nb")]
    public void The_name_of_a_tag_has_no_separators(string name) =>
        Assert.Throws<ArgumentException>(() => _writer.Tag(Utf8(name), "x"));

    [Fact]
    public void The_parts_of_a_line_have_an_order()
    {
        Action<LineWriter>[] wrong =
        [
            w => w.Param("a"), w => w.Last("a"), w => w.More("a"), w => w.End(), w => w.Param(1),
            w => w.Tag("a"u8, "b").End(), w => w.Source("a").End(), w => w.Source("a").Source("b"), w => w.Source("a").Tag("a"u8, "b"),
            w => w.Command("X"u8).Command("Y"u8), w => w.Command("X"u8).Source("a"), w => w.Command("X"u8).Tag("a"u8, "b"),
            w => w.Command("X"u8).Last("a").Param("b"), w => w.Command("X"u8).Last("a").Last("b"), w => w.Command("X"u8).More("a"),
        ];
        foreach (var write in wrong)
            Assert.Throws<InvalidOperationException>(() => write(new LineWriter()));
    }

    [Fact]
    public void There_are_at_most_15_parameters()
    {
        _writer.Command("X"u8);
        for (var i = 1; i < LineLimits.Parameters; i++)
            _writer.Param(i);
        _writer.Last("15");
        Assert.Throws<InvalidOperationException>(() => _writer.Last("16"));
        _writer.End().Command("Y"u8).Param("a").End();
        Assert.EndsWith(" 14 :15\r\nY a\r\n", Written, StringComparison.Ordinal);
    }

    [Fact]
    public void It_tells_how_much_still_fits_into_the_body()
    {
        Assert.Equal(510, _writer.Room);
        _writer.Tag("time"u8, "now");
        Assert.Equal(510, _writer.Room);
        _writer.Source("a").Command("X"u8).Last("");
        var room = _writer.Room;
        _writer.More(new string('x', room));
        Assert.Equal(0, _writer.Room);
        _writer.End();
        Assert.Equal(510, _writer.Room);
        Assert.Equal(LineLimits.Body, _writer.Length - "@time=now ".Length);
        Assert.Equal(LineFault.None, Line.Parse(_writer.Span()[..^LineLimits.End], out _));
        _writer.Command("Y"u8);
        Assert.Equal(509, _writer.Room);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        _writer.Tag("a"u8, "\ud83d").Command("X"u8).Last("b\ude00").End();
        Assert.Equal("@a=\ufffd X :b\ufffd\r\n", Written);
    }

    [Fact]
    public void No_value_can_break_out_of_its_line() => Holds(Bytes, bytes =>
    {
        var text = Utf8(bytes);
        _writer.Clear();
        _writer.Tag("a"u8, bytes).Tag("b"u8, text).Command("X"u8).Param("m").Last(bytes).More(text).End();
        var line = _writer.Span()[..^LineLimits.End];
        Assert.Equal(LineFault.None, Line.Parse(line, out var parsed, LineOrigin.Server));
        Assert.Equal(2, parsed.Count);
        Assert.True(parsed.TryTag("b"u8, out var value));
        Assert.Equal(text.Replace('\0', ' '), TagValue.Unescape(value));
    });
}
