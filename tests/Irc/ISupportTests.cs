using FsCheck.Fluent;
using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class ISupportTests
{
    [Fact]
    public void A_network_that_says_nothing_is_as_the_RFCs_say()
    {
        var support = ISupport.Default;
        Assert.Equal(CaseMapping.Rfc1459, support.CaseMapping);
        Assert.Equal(("#&", new PrefixTable("ov", "@+")), (support.ChannelTypes, support.Prefixes));
        Assert.Equal((9, 200, 512), (support.NickLength, support.ChannelLength, support.LineLength));
        Assert.Equal(3, support.Modes);
        Assert.Null(support.TopicLength);
        Assert.Null(support.ChatHistory);
        Assert.Empty(support.MessageReferenceTypes);
        Assert.Equal("", support.Network);
        Assert.Empty(support.ToLines());
    }

    [Fact]
    public void Its_005_lines_are_read()
    {
        var support = ISupport.Default
            .With(Message.Parse(":s 005 ann CHANTYPES=# PREFIX=(qaohv)~&@%+ CASEMAPPING=ascii NICKLEN=30 :are supported"))
            .With(Message.Parse(":s 005 ann NETWORK=My\\x20Net CHATHISTORY=500 MSGREFTYPES=msgid,timestamp LINELEN=2048 MODES :are"))
            .With(Message.Parse(":s 005 ann CHANMODES=b,k,l,imnt STATUSMSG=@+ CHANNELLEN=64 TOPICLEN=390 KICKLEN=391 AWAYLEN=392 :are"))
            .With(Message.Parse(":s 005 ann UTF8ONLY WHOX :are"));
        Assert.Equal(CaseMapping.Ascii, support.CaseMapping);
        Assert.Equal(("#", "b,k,l,imnt"), (support.ChannelTypes, support.ChannelModes));
        Assert.Equal(("@+", "My Net"), (support.StatusPrefixes, support.Network));
        Assert.Equal((30, 64, 2048), (support.NickLength, support.ChannelLength, support.LineLength));
        Assert.Equal((390, 391, 392, 500), (support.TopicLength, support.KickLength, support.AwayLength, support.ChatHistory));
        Assert.Equal(["msgid", "timestamp"], support.MessageReferenceTypes);
        Assert.Null(support.Modes);
        Assert.True(support.Utf8Only && support.Whox);
        Assert.Equal(new PrefixTable("qaohv", "~&@%+"), support.Prefixes);
        Assert.True(support.IsChannel("#a"));
        Assert.False(support.IsChannel("&a") || support.IsChannel("ann") || support.IsChannel(""));
    }

    [Fact]
    public void What_was_said_is_replaced_and_taken_back()
    {
        var support = ISupport.Default.With("NICKLEN=30", "X=1", "TOPICLEN=5").With("NICKLEN=20", "-TOPICLEN", "-UNKNOWN");
        Assert.Equal(20, support.NickLength);
        Assert.Null(support.TopicLength);
        Assert.Equal(ISupport.Default.With("NICKLEN=20", "X=1"), support);
        Assert.NotEqual(ISupport.Default.With("NICKLEN=21", "X=1"), support);
        Assert.Equal("1", support.Value("X"));
        Assert.False(support.Has("Y"));
    }

    [Theory]
    [InlineData("NICKLEN=x", "NICKLEN=-1", "CHANNELLEN=99999999999", "PREFIX=(ov)@", "PREFIX=ov")]
    [InlineData("LINELEN=0", "LINELEN", "LINELEN=511", "=", "-")]
    [InlineData("", "=x", "--", "NICKLEN", "MODES=x")]
    public void Nonsense_is_the_same_as_silence(params string[] tokens)
    {
        foreach (var token in tokens)
        {
            var support = ISupport.Default.With(token);
            Assert.Equal((9, 200, 512), (support.NickLength, support.ChannelLength, support.LineLength));
            Assert.Equal(PrefixTable.Default, support.Prefixes);
        }
    }

    [Fact]
    public void A_server_that_never_stops_saying_things_does_not_fill_our_memory()
    {
        var full = ISupport.Default.With(Tokens(ISupport.MostTokens));
        Assert.Equal(ISupport.MostTokens, full.Tokens.Count);
        Assert.Equal(full, full.With("ONEMORE"));
        Assert.Equal("new", full.With("T7=new").Value("T7"));
    }

    [Fact]
    public void A_mapping_we_do_not_know_folds_at_least_ASCII() =>
        Assert.Equal(CaseMapping.Ascii, ISupport.Default.With("CASEMAPPING=rfc8265").CaseMapping);

    [Theory]
    [InlineData("A=b c\\d\u003de", "A=b\\x20c\\x5Cd\\x3De")]
    [InlineData("A=1\r\n", "A=1\\x0D\\x0A")]
    [InlineData("A=", "A")]
    public void Values_are_escaped(string plain, string escaped)
    {
        var equals = plain.IndexOf('=', StringComparison.Ordinal);
        var token = new ISupportToken(plain[..equals], plain[(equals + 1)..]);
        Assert.Equal(escaped, token.ToString());
        Assert.Equal(token, ISupportToken.Parse(escaped));
    }

    [Theory]
    [InlineData("A=\\x2", "\\x2")]
    [InlineData("A=\\xzz", "\\xzz")]
    [InlineData("A=\\", "\\")]
    [InlineData("A=\\n\\x41", "\\nA")]
    public void What_only_looks_like_an_escape_stays(string token, string value) =>
        Assert.Equal(value, ISupportToken.Parse(token).Value);

    [Fact]
    public void Thirteen_tokens_go_into_a_line()
    {
        Assert.Equal([13], ISupport.Default.With(Tokens(13)).ToLines().Select(line => line.Count));
        Assert.Equal([13, 1], ISupport.Default.With(Tokens(14)).ToLines().Select(line => line.Count));
        Assert.Equal([13, 13, 1], ISupport.Default.With(Tokens(27)).ToLines().Select(line => line.Count));
    }

    [Fact]
    public void Whatever_is_said_is_read_back_from_its_lines() => Holds(Text.ArrayOf(), values =>
    {
        var support = ISupport.Default.With(values.Select((value, i) => new ISupportToken($"T{i}", value).ToString()));
        var heard = ISupport.Default;
        foreach (var tokens in support.ToLines())
            heard = heard.With(Message.Parse(Frame(tokens).ToString()));
        Assert.Equal(support, heard);
    });

    [Fact]
    public void A_line_of_tokens_fits_into_512_bytes_with_the_longest_names_in_its_frame()
    {
        var longest = 0;
        for (var size = 20; size < 100; size++)
        {
            var support = ISupport.Default.With(Tokens(30).Select(token => (token + "=").PadRight(size, 'x')));
            foreach (var line in support.ToLines())
                longest = Math.Max(longest, Frame(line).ToBytes().Length + LineLimits.End);
        }
        Assert.Equal(LineLimits.Body, longest);
    }

    [Fact]
    public void Ranks_have_modes_and_signs()
    {
        var table = PrefixTable.Parse("(ohv)@%+")!;
        Assert.Equal(('@', 'v', null, null), (table.SignOf('o'), table.ModeOf('+'), table.SignOf('@'), table.ModeOf('o')));
        Assert.Equal(("@+", "ann"), table.Split("@+ann"));
        Assert.Equal(("", "ann"), table.Split("ann"));
        Assert.Equal(("@", ""), table.Split("@"));
        Assert.Equal("(ohv)@%+", table.ToString());
        Assert.Equal(new PrefixTable("", ""), PrefixTable.Parse(""));
        Assert.Equal(("", "@ann"), PrefixTable.Parse("")!.Split("@ann"));
    }

    private static Message Frame(IReadOnlyList<string> tokens) =>
        new([], new string('s', 63), "005", [new string('n', 40), .. tokens, "are supported by this server"]);

    private static IEnumerable<string> Tokens(int count) => Enumerable.Range(0, count).Select(i => $"T{i}");
}
