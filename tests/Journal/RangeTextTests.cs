using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Tests;

public sealed class RangeTextTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.7/32", "203.0.113.7")]
    [InlineData("203.0.113.7/24", "203.0.113.0/24")]
    [InlineData("203.0.113.7/0", "0.0.0.0/0")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:DB8::1/32", "2001:db8::/32")]
    [InlineData("::/0", "::/0")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    public void A_range_is_written_as_it_is_read(string text, string shown) => Assert.Equal(shown, RangeText.Format(RangeText.Parse(text)!.Value));

    [Theory]
    [InlineData("")]
    [InlineData("203")]
    [InlineData("203.0.113")]
    [InlineData("203.0.113.7/33")]
    [InlineData("203.0.113.7/")]
    [InlineData("203.0.113.7/-1")]
    [InlineData("203.0.113.*")]
    [InlineData("2001:db8::/129")]
    [InlineData("fe80::1%eth0")]
    [InlineData("Mai")]
    public void What_is_no_range_is_none(string text) => Assert.Null(RangeText.Parse(text));

    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.255", true)]
    [InlineData("203.0.113.0/24", "203.0.114.0", false)]
    [InlineData("0.0.0.0/0", "203.0.114.0", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("::/0", "203.0.114.0", true)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    public void A_range_holds_the_addresses_that_begin_like_it(string range, string address, bool isIn) =>
        Assert.Equal(isIn, RangeText.Parse(range)!.Value.Holds(RangeText.Parse(address)!.Value.First));
}
