using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class LineTests
{
    /// <summary>The line, then tags, source, command and parameters, with '|' between the parameters.</summary>
    public static TheoryData<string, string, string, string, string> KnownLines => new()
    {
        { "PING", "", "", "PING", "" },
        { "PING tok", "", "", "PING", "tok" },
        { "ping :two words", "", "", "ping", "two words" },
        { "USER ann 0 * :Ann Lee", "", "", "USER", "ann|0|*|Ann Lee" },
        { "AWAY :", "", "", "AWAY", "<empty>" },
        { "PRIVMSG #a ::-)", "", "", "PRIVMSG", "#a|:-)" },
        { "PRIVMSG #a :  spaced  ", "", "", "PRIVMSG", "#a|  spaced  " },
        { "PRIVMSG #a a:b", "", "", "PRIVMSG", "#a|a:b" },
        { ":ann JOIN #a", "", "ann", "JOIN", "#a" },
        { ":ann JOIN :#a", "", "ann", "JOIN", "#a" },
        { ":ann AWAY ", "", "ann", "AWAY", "" },
        { ":irc.example 432  #x :Bad nickname: why", "", "irc.example", "432", "#x|Bad nickname: why" },
        { ":irc.example MODE #a +o ann  ", "", "irc.example", "MODE", "#a|+o|ann" },
        { ":a\tb QUIT :bye", "", "a\tb", "QUIT", "bye" },
        { ":ann!~a@n\u0002e\u000304t PRIVMSG b :c", "", "ann!~a@n\u0002e\u000304t", "PRIVMSG", "b|c" },
        { "  :ann   JOIN   #a  ", "", "ann", "JOIN", "#a" },
        { ": JOIN #a", "", "", "JOIN", "#a" },
        { "@a=b;c TAGMSG #a", "a=b;c", "", "TAGMSG", "#a" },
        { "@a=b   :ann  TAGMSG #a", "a=b", "ann", "TAGMSG", "#a" },
        { "@ PING", "", "", "PING", "" },
        { "@+x.example/y=\\: :s PRIVMSG a :b", "+x.example/y=\\:", "s", "PRIVMSG", "a|b" },
        { "X 1 2 3 4 5 6 7 8 9 10 11 12 13 14 :fif teen", "", "", "X", "1|2|3|4|5|6|7|8|9|10|11|12|13|14|fif teen" },
        { "X 1 2 3 4 5 6 7 8 9 10 11 12 13 14 fif teen :x ", "", "", "X", "1|2|3|4|5|6|7|8|9|10|11|12|13|14|fif teen :x" },
        { "X 1 2 3 4 5 6 7 8 9 10 11 12 13 :four teen", "", "", "X", "1|2|3|4|5|6|7|8|9|10|11|12|13|four teen" },
    };

    [Theory]
    [MemberData(nameof(KnownLines))]
    public void A_line_is_cut_into_its_parts(string text, string tags, string source, string command, string parameters)
    {
        Assert.Equal(LineFault.None, Line.Parse(Utf8(text), out var line));
        Assert.Equal(tags, Utf8(line.Tags));
        Assert.Equal(source, Utf8(line.Source));
        Assert.Equal(command, Utf8(line.Command));
        var expected = parameters == "" ? [] : parameters.Replace("<empty>", "", StringComparison.Ordinal).Split('|');
        var actual = new List<string>();
        for (var i = 0; i < line.Count; i++)
            actual.Add(Utf8(line[i]));
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("", LineFault.Empty)]
    [InlineData("   ", LineFault.Empty)]
    [InlineData("@a=b", LineFault.NoCommand)]
    [InlineData("@a=b  ", LineFault.NoCommand)]
    [InlineData("@", LineFault.NoCommand)]
    [InlineData(":ann", LineFault.NoCommand)]
    [InlineData(":ann ", LineFault.NoCommand)]
    [InlineData("@a :ann ", LineFault.NoCommand)]
    [InlineData("PRIV-MSG a", LineFault.BadCommand)]
    [InlineData(":ann :JOIN #a", LineFault.BadCommand)]
    [InlineData("\u00c4WAY", LineFault.BadCommand)]
    [InlineData("PING \0", LineFault.ControlByte)]
    [InlineData("PING a\rQUIT", LineFault.ControlByte)]
    [InlineData("PING a\nQUIT", LineFault.ControlByte)]
    [InlineData("@a=\n PING", LineFault.ControlByte)]
    public void What_is_not_a_line_is_told_apart(string text, LineFault fault) =>
        Assert.Equal(fault, Line.Parse(Utf8(text), out _));

    [Theory]
    [InlineData(509, LineFault.None)]
    [InlineData(510, LineFault.None)]
    [InlineData(511, LineFault.TooLong)]
    [InlineData(4000, LineFault.TooLong)]
    public void The_body_of_a_client_has_512_bytes_with_its_end(int length, LineFault fault)
    {
        var body = "PRIVMSG a :".PadRight(length, 'x');
        Assert.Equal(fault, Line.Parse(Utf8(body), out _));
        Assert.Equal(fault, Line.Parse(Utf8("@a=b " + body), out var line));
        Assert.True(line.Is("PRIVMSG"u8), "The answer must be able to name the command.");
        Assert.Equal(LineFault.None, Line.Parse(Utf8(body), out _, LineOrigin.Server));
    }

    [Theory]
    [InlineData(LineOrigin.Client, 4095, LineFault.None)]
    [InlineData(LineOrigin.Client, 4096, LineFault.None)]
    [InlineData(LineOrigin.Client, 4097, LineFault.TagsTooLong)]
    [InlineData(LineOrigin.Server, 8190, LineFault.None)]
    [InlineData(LineOrigin.Server, 8191, LineFault.None)]
    [InlineData(LineOrigin.Server, 8192, LineFault.TagsTooLong)]
    public void Tags_have_their_own_limit_with_the_at_sign_and_the_space(LineOrigin origin, int length, LineFault fault)
    {
        var text = "@label=7;a=".PadRight(length - 1, 'x') + " PING";
        Assert.Equal(fault, Line.Parse(Utf8(text), out var line, origin));
        Assert.True(line.TryTag("label"u8, out var label));
        Assert.Equal("7", Utf8(label));
    }

    [Fact]
    public void A_client_must_send_UTF8_and_a_server_need_not()
    {
        byte[] latin = [.. "@label=7 PRIVMSG a :caf"u8, 0xe9];
        Assert.Equal(LineFault.NotUtf8, Line.Parse(latin, out var line));
        Assert.True(line.TryTag("label"u8, out _), "The answer must be able to carry the label.");
        Assert.Equal(LineFault.None, Line.Parse(latin, out line, LineOrigin.Server));
        Assert.Equal(2, line.Count);
    }

    [Fact]
    public void A_parameter_that_is_not_there_is_empty()
    {
        Line.Parse("PING a"u8, out var line);
        Assert.True(line[1].IsEmpty);
        Assert.True(line[-1].IsEmpty);
        Assert.True(line[LineLimits.Parameters].IsEmpty);
    }

    [Fact]
    public void Commands_are_the_same_in_any_case()
    {
        Line.Parse("PrivMsg a b"u8, out var line);
        Assert.True(line.Is("PRIVMSG"u8));
        Assert.False(line.Is("PRIVMS"u8));
        Assert.False(line.Is("NOTICE"u8));
    }

    [Theory]
    [InlineData("a=1;b=2", "a", "1")]
    [InlineData("a=1;b=2;a=3", "a", "3")]
    [InlineData("a=1;a", "a", "")]
    [InlineData("a", "a", "")]
    [InlineData("a=", "a", "")]
    [InlineData("a==", "a", "=")]
    [InlineData(";;a=1;;", "a", "1")]
    [InlineData("+a=1", "a", null)]
    [InlineData("x/a=1", "a", null)]
    [InlineData("A=1", "a", null)]
    [InlineData("ab=1", "a", null)]
    [InlineData("b=a", "a", null)]
    [InlineData("", "a", null)]
    public void The_last_tag_of_that_very_name_counts(string tags, string name, string? value)
    {
        Line.Parse(Utf8($"@{tags} PING"), out var line);
        Assert.Equal(value is not null, line.TryTag(Utf8(name), out var raw));
        Assert.Equal(value ?? "", Utf8(raw));
    }

    [Fact]
    public void Tags_are_walked_in_their_order()
    {
        Line.Parse("@label=x;+draft/react=\\s;;=no;msgid PING"u8, out var line);
        var seen = new List<string>();
        foreach (var tag in line.EachTag())
            seen.Add($"{Utf8(tag.Name)}|{Utf8(tag.RawValue)}|{tag.IsClientOnly}");
        Assert.Equal(["label|x|False", "+draft/react|\\s|True", "msgid||False"], seen);
    }

    [Fact]
    public void No_short_line_makes_the_parser_throw_and_each_one_reads_back_as_printed()
    {
        byte[] alphabet = [.. "@: ;=a"u8, 0xff];
        var read = 0;
        foreach (var bytes in AllOf(alphabet, 6))
            read += ReadsBackAsPrinted(bytes) ? 1 : 0;
        Assert.True(read > 1000, $"Only {read} of the lines had no fault.");
    }

    [Fact]
    public void No_bytes_whatsoever_make_the_parser_throw() => Holds(Bytes, bytes => ReadsBackAsPrinted(bytes), 2000);

    private static bool ReadsBackAsPrinted(byte[] bytes)
    {
        var strict = Line.Parse(bytes, out var line);
        for (var i = 0; i < line.Count; i++)
            Assert.True(line[i].IndexOf((byte)' ') < 0 || i == line.Count - 1, "Only the last parameter may have spaces.");
        line.TryTag("a"u8, out _);
        var fault = Message.TryParse(bytes, out var message);
        Assert.True(strict == fault || (fault == LineFault.None && strict == LineFault.NotUtf8), $"{strict} is not {fault}.");
        if (fault != LineFault.None)
            return false;
        Assert.Equal(LineFault.None, Message.TryParse(message.ToBytes(), out var again));
        Assert.Equal(message, again);
        return true;
    }
}
