using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>MARKREAD (ircv3.net/specs/extensions/read-marker).</summary>
public sealed class ReadMarkerTests
{
    private const string Early = "timestamp=2025-12-01T10:00:00.000Z";
    private const string Late = "timestamp=2025-12-01T11:00:00.123Z";

    /// <summary>"The server MUST reply to a successful MARKREAD client set command"; "the last read timestamp of a target MUST only ever increase".</summary>
    [Fact]
    public async Task A_marker_is_set_and_only_goes_forward()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "draft/read-marker", "#Tea");
        Assert.Equal([":irc.test MARKREAD #tea *"], await mai.Ask("MARKREAD #tea"));
        Assert.Equal([$":irc.test MARKREAD #tea {Late}"], await mai.Ask($"MARKREAD #tea {Late}"));
        Assert.Equal([$":irc.test MARKREAD #tea {Late}"], await mai.Ask($"MARKREAD #tea {Early}"));
        Assert.Equal([$":irc.test MARKREAD #tea {Late}"], await mai.Ask("MARKREAD #tea"));
    }

    /// <summary>"After the server sends a JOIN ... MUST send a MARKREAD for that channel. The command MUST be sent before the RPL_ENDOFNAMES".</summary>
    [Fact]
    public async Task Who_comes_in_hears_it_before_the_names()
    {
        await using var server = TestServer.Start();
        var (mai, duy) = (await server.Connect("Mai", "draft/read-marker"), await server.Connect("Duy"));
        Assert.Equal([":Mai!mai@guest JOIN #tea", ":irc.test MARKREAD #tea *", ":irc.test 353 Mai = #tea :@Mai", ":irc.test 366 Mai #tea :End of names"], await mai.Ask("JOIN #tea"));
        await mai.Ask($"MARKREAD #tea {Late}", "PART #tea");
        Assert.Contains($":irc.test MARKREAD #tea {Late}", await mai.Ask("JOIN #tea"));
        Assert.DoesNotContain(await duy.Ask("JOIN #tea"), line => line.Contains("MARKREAD", StringComparison.Ordinal));
    }

    /// <summary>"The server SHOULD send a MARKREAD command for that target to all the clients of the user", and "MUST NOT leak read markers to other users".</summary>
    [Fact]
    public async Task Ones_own_other_connections_hear_it_and_nobody_else()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "draft/read-marker", "#tea");
        await mai.Ask("NS REGISTER tea");
        var (phone, old, duy) = (server.Dial(), server.Dial(), await server.Connect("Duy", "draft/read-marker", "#tea"));
        await phone.Ask("CAP REQ :draft/read-marker", "PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai", "CAP END");
        await old.Ask("PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai");
        await duy.Heard();
        await mai.Ask($"MARKREAD #tea {Early}", $"MARKREAD Duy {Late}", $"MARKREAD Duy {Early}");
        await phone.Hears($":irc.test MARKREAD #tea {Early}", $":irc.test MARKREAD Duy {Late}");
        await old.Hears();
        await duy.Hears();
        Assert.Equal([":irc.test MARKREAD #tea *"], await duy.Ask("MARKREAD #tea"));
    }

    /// <summary>What they said of themselves goes with it.</summary>
    [Fact]
    public async Task A_guests_go_over_to_the_account_that_they_register_or_log_in_to_and_what_it_had_read_further_stays()
    {
        await using var server = TestServer.Start();
        await server.AddAccount("Duy");
        var mai = await server.Connect("Mai", "draft/read-marker draft/metadata-2", "#tea", "#cake");
        await mai.Ask($"MARKREAD #tea {Late}", $"MARKREAD #cake {Early}", "METADATA * SET url :example.org");
        await mai.Ask("NS REGISTER tea");
        Assert.Equal([$":irc.test MARKREAD #tea {Late}", $":irc.test MARKREAD #cake {Early}"], await mai.Ask("MARKREAD #tea", "MARKREAD #cake"));
        Assert.Contains("url * :example.org", Assert.Single(await mai.Ask("METADATA * GET url"), line => line.Contains("example.org", StringComparison.Ordinal)), StringComparison.Ordinal);
        await mai.Ask("NS LOGOUT");
        Assert.Equal([":irc.test MARKREAD #tea *"], await mai.Ask("MARKREAD #tea"));
        await mai.Ask($"MARKREAD #tea {Early}", $"MARKREAD #cake {Late}", "NS IDENTIFY Mai tea");
        Assert.Equal([$":irc.test MARKREAD #tea {Late}", $":irc.test MARKREAD #cake {Late}"], await mai.Ask("MARKREAD #tea", "MARKREAD #cake"));

        // A guest who becomes the person of an account that is here.
        var guest = await server.Connect("Guest", "draft/read-marker", "#cake");
        await guest.Ask("MARKREAD #cake timestamp=2025-12-01T12:00:00.000Z", "NS IDENTIFY Mai tea");
        Assert.Contains(":irc.test MARKREAD #cake timestamp=2025-12-01T12:00:00.000Z", await guest.Ask("MARKREAD #cake"));
    }

    [Fact]
    public async Task An_accounts_outlives_the_server_and_a_guests_its_stay()
    {
        using var store = TestStore.New();
        await using (var server = TestServer.Start(store))
        {
            var (mai, duy) = (await server.Connect("Mai", "", "#tea"), await server.Connect("Duy", "", "#tea"));
            await mai.Ask("NS REGISTER tea", $"MARKREAD #tea {Late}", $"MARKREAD Duy {Early}");
            await duy.Ask($"MARKREAD #tea {Late}");
        }
        await using var next = TestServer.Start(store);
        var again = next.Dial();
        await again.Ask("PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai", "JOIN #tea");
        var other = await next.Connect("Duy", "", "#tea");
        await again.Heard();
        Assert.Equal([$":irc.test MARKREAD #tea {Late}"], await again.Ask("MARKREAD #tea"));
        Assert.Equal([":irc.test MARKREAD Duy *"], await again.Ask("MARKREAD Duy"));
        Assert.Equal([":irc.test MARKREAD #tea *"], await other.Ask("MARKREAD #tea"));
    }

    /// <summary>The timestamp of a client "MUST NOT be a literal *"; "NEED_MORE_PARAMS MUST be returned", "INVALID_PARAMS SHOULD be returned".</summary>
    [Theory]
    [InlineData("MARKREAD", "FAIL MARKREAD NEED_MORE_PARAMS :MARKREAD needs a room or a nickname")]
    [InlineData("MARKREAD #tea *", "FAIL MARKREAD INVALID_PARAMS #tea :MARKREAD is followed by a room or a nickname, and perhaps by timestamp=YYYY-MM-DDThh:mm:ss.sssZ")]
    [InlineData("MARKREAD #tea timestamp=noon", "FAIL MARKREAD INVALID_PARAMS #tea :MARKREAD is followed by a room or a nickname, and perhaps by timestamp=YYYY-MM-DDThh:mm:ss.sssZ")]
    [InlineData("MARKREAD 1 " + Late, "FAIL MARKREAD INVALID_PARAMS 1 :MARKREAD is followed by a room or a nickname, and perhaps by timestamp=YYYY-MM-DDThh:mm:ss.sssZ")]
    [InlineData("MARKREAD #nowhere " + Late, "FAIL MARKREAD INVALID_PARAMS #nowhere :You are in no such room, and nobody of that nickname is here")]
    [InlineData("MARKREAD nobody " + Late, "FAIL MARKREAD INVALID_PARAMS nobody :You are in no such room, and nobody of that nickname is here")]
    [InlineData("MARKREAD #nowhere", "MARKREAD #nowhere *")]
    [InlineData("MARKREAD nobody", "MARKREAD nobody *")]
    public async Task What_can_not_be_is_said(string line, string answer)
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "", "#tea");
        Assert.Equal([$":irc.test {answer}"], await mai.Ask(line));
    }
}
