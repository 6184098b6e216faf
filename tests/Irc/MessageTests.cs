using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class MessageTests
{
    private static readonly Gen<string> Word =
        Text.Select(text => "w" + text.Replace(' ', '_'));

    private static readonly Gen<MessageTag[]> Tags =
        from count in Gen.Choose(0, 4)
        from values in Text.ArrayOf(count)
        select values.Select((value, i) => new MessageTag($"+v.example/t{i}", value)).ToArray();

    private static readonly Gen<string[]> Parameters =
        from count in Gen.Choose(0, LineLimits.Parameters - 1)
        from words in Word.ArrayOf(count)
        from last in Text.ArrayOf(1)
        from withLast in Gen.Elements(true, false)
        select withLast ? [.. words, .. last] : words;

    private static readonly Gen<Message> Messages =
        from tags in Tags
        from source in Gen.OneOf(Word.Select(word => (string?)word), Gen.Constant<string?>(null))
        from command in Gen.Elements("PRIVMSG", "001", "x")
        from parameters in Parameters
        select new Message([.. tags], source, command, [.. parameters]);

    [Fact]
    public void Any_message_reads_back_as_printed() =>
        Holds(Messages, message => Assert.Equal(message, Message.Parse(message.ToString())));

    [Fact]
    public void Line_and_message_read_the_same() => Holds(Messages, message =>
    {
        Assert.Equal(LineFault.None, Line.Parse(message.ToBytes(), out var line, LineOrigin.Server));
        Assert.Equal(message.Source ?? "", Utf8(line.Source));
        Assert.Equal(message.Parameters.Count, line.Count);
        for (var i = 0; i < line.Count; i++)
            Assert.Equal(message.Parameter(i), Utf8(line[i]));
        foreach (var tag in message.Tags)
        {
            Assert.True(line.TryTag(Utf8(tag.Name), out var raw));
            Assert.Equal(tag.Value, TagValue.Unescape(raw));
        }
    });

    [Theory]
    [InlineData("PING")]
    [InlineData("PRIVMSG #a :two words")]
    [InlineData("PRIVMSG #a ::-)")]
    [InlineData("AWAY :")]
    [InlineData("@a=b;+c/d :ann!a@h JOIN #a")]
    [InlineData("@x=\\:\\s\\\\\\r\\n PRIVMSG #a b")]
    public void A_line_in_its_shortest_form_is_printed_as_it_was_read(string line) =>
        Assert.Equal(line, Message.Parse(line).ToString());

    [Fact]
    public void Messages_are_equal_by_value()
    {
        var one = Message.Parse("@a=b :s X 1 2");
        var same = new Message([new("a", "b")], "s", "X", ["1", "2"]);
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, same with { Parameters = ["1", "3"] });
        Assert.NotEqual(one, same with { Tags = [] });
        Assert.NotEqual(one, same with { Source = null });
    }

    [Fact]
    public void What_a_message_does_not_have_is_told()
    {
        var message = Message.Parse("@a;b=2 X 1");
        Assert.Equal("", message.Tag("a"));
        Assert.Equal("2", message.Tag("b"));
        Assert.Null(message.Tag("c"));
        Assert.Equal("1", message.Parameter(0));
        Assert.Equal("", message.Parameter(1));
        Assert.Equal("", message.Parameter(-1));
        Assert.Null(message.Source);
        Assert.True(message.Is("x"));
    }

    [Fact]
    public void Of_tags_with_one_name_the_last_counts() =>
        Assert.Equal([new MessageTag("a", "3"), new MessageTag("b", "2")], Message.Parse("@a=1;b=2;a=3 X").Tags);

    [Fact]
    public void A_new_tag_takes_the_place_of_its_namesake()
    {
        var message = Message.Of("X").WithTag("a", "1").WithTag("b", "2").WithTag("a", "3");
        Assert.Equal("@b=2;a=3 X", message.ToString());
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_shown_and_not_lost()
    {
        Assert.Equal(LineFault.None, Message.TryParse([.. "X caf"u8, 0xe9], out var message));
        Assert.Equal("caf\ufffd", message.Parameter(0));
    }

    [Fact]
    public void A_fault_gives_no_message()
    {
        Assert.Equal(LineFault.NoCommand, Message.TryParse(":ann"u8, out var message));
        Assert.Null(message);
        Assert.Throws<FormatException>(() => Message.Parse(":ann"));
    }

    [Fact]
    public void What_IRC_cannot_say_is_not_printed()
    {
        Message[] impossible =
        [
            Message.Of(""), Message.Of("A B"), Message.Of("X", "", "b"), Message.Of("X", "a b", "c"), Message.Of("X", ":a", "b"),
            Message.Of("X") with { Source = "a b" }, Message.Of("X") with { Source = "" },
            Message.Of("X").WithTag("a b", ""), Message.Of("X").WithTag("", "a"), Message.Of("X").WithTag("a=b", ""),
        ];
        foreach (var message in impossible)
            Assert.Throws<ArgumentException>(message.ToBytes);
    }

    [Fact]
    public void Sixteen_parameters_are_not_printed()
    {
        var most = Enumerable.Range(1, 15).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(15, Message.Parse(Message.Of("X", most).ToString()).Parameters.Count);
        Assert.Throws<InvalidOperationException>(Message.Of("X", [.. most, "16"]).ToBytes);
    }

    [Fact]
    public void No_text_can_break_out_of_its_message()
    {
        var message = Message.Of("PRIVMSG", "#a", "hi\r\nQUIT\0") with { Tags = [new("a", "b\r\nQUIT\0")] };
        Assert.Equal("@a=b\\r\\nQUIT\\s PRIVMSG #a :hi  QUIT ", message.ToString());
    }
}
