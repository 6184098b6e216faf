using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>LIST with what it looks for (modern.ircdocs.horse/#list-message and #elist-parameter).</summary>
public sealed class ListTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private Client _mai = null!;

    /// <summary>#old was opened ten minutes ago and its topic set then; #new now, and there are two people in it; #secret is nobody's business.</summary>
    public async Task InitializeAsync()
    {
        var tuan = await _server.Connect("Tuan", "", "#old", "#secret");
        await tuan.Ask("TOPIC #old :tea", "MODE #secret +s");
        _server.Clock.Move(TimeSpan.FromSeconds(60));
        await tuan.Heard();
        for (var i = 0; i < 9; i++)
        {
            _server.Clock.Move(TimeSpan.FromSeconds(60));
            await tuan.Heard();
        }
        await tuan.Ask("JOIN #new", "JOIN #quiet", "TOPIC #new :cups");
        await _server.Connect("Duy", "", "#new");
        _mai = await _server.Connect("Mai");
        _server.Clock.Move(TimeSpan.FromSeconds(1));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("LIST", "#new #old #quiet")]
    [InlineData("LIST #NEW,#none", "#new")]
    [InlineData("LIST #*", "#new #old #quiet")]
    [InlineData("LIST *e*", "#new #quiet")]
    [InlineData("LIST #?ew", "#new")]
    [InlineData("LIST !#*e*", "#old")]
    [InlineData("LIST *,!*ew", "#old #quiet")]
    [InlineData("LIST >1", "#new")]
    [InlineData("LIST <2", "#old #quiet")]
    [InlineData("LIST >0,<2,!#q*", "#old")]
    [InlineData("LIST C>9", "#old")]
    [InlineData("LIST C<9", "#new #quiet")]
    [InlineData("LIST C<0", "")]
    [InlineData("LIST T>9", "#old")]
    [InlineData("LIST T<9", "#new")]
    [InlineData("LIST T>0", "#new #old")]
    [InlineData("LIST #secret", "")]
    [InlineData("LIST *secret", "")]
    [InlineData("LIST >x", "")]
    [InlineData("LIST <99999999999999999999", "")]
    public async Task It_names_the_rooms_that_fit(string line, string rooms)
    {
        var heard = await _mai.Ask(line);
        Assert.Equal(rooms, string.Join(' ', heard.Where(one => one.Contains(" 322 ", StringComparison.Ordinal)).Select(one => one.Split(' ')[3])));
        Assert.Equal(":irc.test 323 Mai :End of the list of rooms", heard[^1]);
    }

    [Fact]
    public async Task What_it_looks_for_is_told() => Assert.Contains(await _mai.Ask("VERSION"), line => line.Contains(" ELIST=CMNTU ", StringComparison.Ordinal));
}
