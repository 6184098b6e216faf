using System.Text;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class BadInputTests
{
    [Theory]
    [InlineData(511, "512 bytes are the most, with its end")]
    [InlineData(2000, "512 bytes are the most, with its end")]
    [InlineData(4607, "512 bytes are the most, and 4096 more for its tags")]
    [InlineData(100_000, "512 bytes are the most, and 4096 more for its tags")]
    public async Task A_line_too_long_is_refused_once_at_once_and_the_next_one_works(int length, string rule)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        await tuan.Send("PRIVMSG Tuan :" + new string('x', length - 14));

        Assert.Equal($":irc.test 417 Tuan :That line is too long: {rule}", await tuan.Next());
        Assert.Equal([":Tuan!tuan@guest PRIVMSG Tuan :short"], await tuan.Ask("PRIVMSG Tuan :short"));
    }

    [Fact]
    public async Task A_line_of_exactly_the_limit_is_taken()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        var heard = await tuan.Ask($"@+a={new string('y', 4090)} {"PRIVMSG Tuan",-506} :hi");

        Assert.Equal([":Tuan!tuan@guest PRIVMSG Tuan :hi"], heard);
    }

    [Fact]
    public async Task Tags_too_long_are_refused()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        Assert.Equal(
            [":irc.test 417 Tuan :The tags of that line are too long: 4096 bytes are the most"],
            await tuan.Ask($"@+a={new string('y', 4092)} PRIVMSG Tuan :x"));
    }

    [Fact]
    public async Task What_is_no_utf8_is_refused_with_the_word_for_it()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        await tuan.SendBytes((byte[])[.. "privmsg Tuan :caf"u8, 0xe9, .. "\r\n"u8]);
        await tuan.SendBytes((byte[])[0xff, 0xfe, .. " x\r\n"u8]);

        await tuan.Hears(
            ":irc.test FAIL PRIVMSG INVALID_UTF8 :That line is not UTF-8, and all text here is; set your client's encoding to UTF-8",
            ":irc.test 421 Tuan * :That line can't be read: BadCommand");
    }

    [Theory]
    [InlineData("PRIVMSG Tuan :a\0b")]
    [InlineData("PRIVMSG Tuan :a\rb")]
    public async Task A_nul_or_a_bare_cr_is_refused(string line)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        Assert.Equal([":irc.test 421 Tuan * :That line holds a NUL or a bare CR, which no line may"], await tuan.Ask(line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(":source")]
    [InlineData("@tag")]
    [InlineData("@")]
    [InlineData(":")]
    public async Task A_line_without_a_command_is_passed_over(string line)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        Assert.Empty(await tuan.Ask(line));
    }

    [Fact]
    public async Task Half_a_line_is_waited_for_and_its_end_may_be_an_lf_alone()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        await tuan.SendBytes("PRIVMSG Tu"u8.ToArray());
        await tuan.Wire.WhenTaken();
        await tuan.SendBytes("an :hi\nPRIVMSG Tuan :again\n\n\r\n"u8.ToArray());

        await tuan.Hears(":Tuan!tuan@guest PRIVMSG Tuan :hi", ":Tuan!tuan@guest PRIVMSG Tuan :again");
    }

    [Fact]
    public async Task A_line_may_come_byte_by_byte()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        foreach (var one in Encoding.UTF8.GetBytes("@+a=b PRIVMSG Tuan :tiếng Việt\r\n"))
        {
            await tuan.SendBytes((byte[])[one]);
            await tuan.Wire.WhenTaken();
        }

        await tuan.Hears(":Tuan!tuan@guest PRIVMSG Tuan :tiếng Việt");
    }

    [Fact]
    public async Task Half_a_line_at_the_end_is_dropped()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy");
        var tuan = await server.Connect("Tuan");

        await tuan.SendBytes("PRIVMSG Duy :whole\r\nPRIVMSG Duy :half"u8.ToArray());
        await tuan.Vanish();

        await duy.Hears(":Tuan!tuan@guest PRIVMSG Duy :whole");
    }

    [Fact]
    public async Task Ten_thousand_lines_at_once_are_all_done_in_order()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        await tuan.Heard();
        string Line(int number) => (number % 4) switch
        {
            0 => $"PING {number}",
            1 => $"FROB {number}",
            _ => $"PRIVMSG #lobby :{number}",
        };

        var sent = tuan.Send(Enumerable.Range(0, 10_000).Select(Line));
        var listening = Task.Run(() => duy.Until(":9999"));
        var heard = await tuan.Until(":9999");
        await sent;

        Assert.Equal(
            Enumerable.Range(0, 9_999).Select(number => (number % 4) switch
            {
                0 => $":irc.test PONG irc.test :{number}",
                1 => ":irc.test 421 Tuan FROB :This server has no such command",
                _ => $":Tuan!tuan@guest PRIVMSG #lobby :{number}",
            }),
            heard);
        Assert.Equal(4_999, (await listening).Count);
    }

    [Fact]
    public async Task Any_bytes_leave_the_server_alive()
    {
        await using var server = TestServer.Start();
        var other = await server.Connect("Other", "", "#lobby");
        var random = new Random(17);
        for (var round = 0; round < 50; round++)
        {
            var tuan = await server.Connect("Tuan", "message-tags labeled-response batch", "#lobby");
            var bytes = new byte[4000];
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = random.Next(12) == 0 ? (byte)random.Next(256) : (byte)"JOIN PART#lobby:,@=;\r\n"[random.Next(22)];
            await tuan.SendBytes(bytes);
            await tuan.SendBytes("\r\n"u8.ToArray());
            await tuan.Heard();
            await tuan.Vanish();
        }

        await other.Heard();
        Assert.Equal([":irc.test 353 Other = #lobby :@Other", ":irc.test 366 Other #lobby :End of names"], await other.Ask("NAMES #lobby"));
    }
}
