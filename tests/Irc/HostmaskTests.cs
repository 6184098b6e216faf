using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class HostmaskTests
{
    [Theory]
    [InlineData("ann!user@host.example", "ann", "user", "host.example")]
    [InlineData("ann!~user@2001:db8::1", "ann", "~user", "2001:db8::1")]
    [InlineData("ann@host", "ann", "", "host")]
    [InlineData("ann!user", "ann", "user", "")]
    [InlineData("irc.example", "irc.example", "", "")]
    [InlineData("ann!us!er@host", "ann", "us!er", "host")]
    [InlineData("ann!us@er@host", "ann", "us@er", "host")]
    [InlineData("ann!u\u0002s@ho\u000304st", "ann", "u\u0002s", "ho\u000304st")]
    [InlineData("", "", "", "")]
    public void A_source_is_cut_and_put_together_again(string source, string nick, string user, string host)
    {
        var mask = Hostmask.Parse(source);
        Assert.Equal(new Hostmask(nick, user, host), mask);
        Assert.Equal(source, mask.ToString());
        Hostmask.Split(Utf8(source), out var nickBytes, out var userBytes, out var hostBytes);
        Assert.Equal((nick, user, host), (Utf8(nickBytes), Utf8(userBytes), Utf8(hostBytes)));
    }

    [Theory]
    [InlineData("!@", "", "", "")]
    [InlineData("ann!@", "ann", "", "")]
    [InlineData("@host", "", "", "host")]
    public void Parts_may_be_missing(string source, string nick, string user, string host) =>
        Assert.Equal(new Hostmask(nick, user, host), Hostmask.Parse(source));

    [Fact]
    public void Nothing_makes_it_throw_and_nothing_is_lost_but_empty_parts()
    {
        foreach (var bytes in AllOf("a!@"u8.ToArray(), 6))
        {
            var source = Utf8(bytes);
            var mask = Hostmask.Parse(source);
            Assert.True(mask.ToString() == source || mask.User.Length == 0 || mask.Host.Length == 0, source);
        }
    }
}
