using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class TagValueTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain+:=,", "plain+:=,")]
    [InlineData("a;b", "a\\:b")]
    [InlineData("a b", "a\\sb")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("\r\n", "\\r\\n")]
    [InlineData("\\s", "\\\\s")]
    [InlineData("caf\u00e9 \ud83d\ude00", "caf\u00e9\\s\ud83d\ude00")]
    public void A_value_is_escaped_and_read_back(string value, string escaped)
    {
        Assert.Equal(escaped, TagValue.Escape(value));
        Assert.Equal(value, TagValue.Unescape(Utf8(escaped)));
    }

    [Theory]
    [InlineData("a\\", "a")]
    [InlineData("\\", "")]
    [InlineData("a\\b\\1", "ab1")]
    [InlineData("\\\\\\", "\\")]
    [InlineData("\\\\n", "\\n")]
    public void A_backslash_that_escapes_nothing_is_dropped(string escaped, string value) =>
        Assert.Equal(value, TagValue.Unescape(Utf8(escaped)));

    [Fact]
    public void NUL_has_no_escape_and_becomes_a_space() => Assert.Equal("a\\sb", TagValue.Escape("a\0b"));

    [Fact]
    public void A_value_without_special_characters_is_not_copied()
    {
        var value = new string('x', 3);
        Assert.Same(value, TagValue.Escape(value));
    }

    [Fact]
    public void Any_value_survives_and_its_escaped_form_can_stand_in_a_line() => Holds(Text, value =>
    {
        var escaped = TagValue.Escape(value);
        Assert.Equal(-1, escaped.AsSpan().IndexOfAny("; \r\n\0"));
        Assert.Equal(value, TagValue.Unescape(Utf8(escaped)));
        var written = new LineWriter().Tag("a"u8, value).Command("X"u8).End().Span();
        Assert.Equal($"@a{(value.Length > 0 ? "=" : "")}{escaped} X\r\n", Utf8(written));
    });

    [Fact]
    public void Unescaping_never_throws_and_never_grows() => Holds(Bytes, raw =>
    {
        var into = new byte[raw.Length];
        Assert.InRange(TagValue.Unescape(raw, into), raw.Length / 2, raw.Length);
    });
}
