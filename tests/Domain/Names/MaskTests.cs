using ChatRoom.Domain.Names;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Names;

public sealed class MaskTests
{
    [Theory]
    [InlineData("Ann", "Ann!*@*")]
    [InlineData("ann@host", "*!ann@host")]
    [InlineData("Ann!ann", "Ann!ann@*")]
    [InlineData("!", "*!*@*")]
    [InlineData("!@", "*!*@*")]
    [InlineData("*", "*!*@*")]
    [InlineData("*.town.ip", "*!*@*.town.ip")]
    [InlineData("a!b!c@d@e", "a!b!c@d@e")]
    [InlineData("@x!y", "@x!y@*")]
    public void What_is_left_out_is_anything(string text, string whole) => Assert.Equal(whole, Mask(text).Text);

    [Theory]
    [InlineData("Ann", true)]
    [InlineData("aNN!*@*", true)]
    [InlineData("A?n", true)]
    [InlineData("A?", false)]
    [InlineData("*!*@*.town.ip", true)]
    [InlineData("*!*@town.ip", false)]
    [InlineData("*n*!*u*@*e*t*p", true)]
    [InlineData("*!*@*.village.ip", false)]
    [InlineData("***!***@***", true)]
    [InlineData("Ann!user@home.street.town.ip", true)]
    [InlineData("Ann!user@home.street.town.ipx", false)]
    public void A_mask_means_whom_it_describes(string mask, bool isMeant) =>
        Assert.Equal(isMeant, Mask(mask).Covers(Domain.Names.Mask.Subject(Nick("Ann"), "user", "home.street.town.ip")));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a,b")]
    [InlineData(":a")]
    [InlineData("a\u0001")]
    public void What_is_no_mask_is_said(string text) => Assert.False(Domain.Names.Mask.Parse(text).TryGet(out _, out _));

    [Fact]
    public void A_mask_of_many_stars_is_answered_soon() =>
        Assert.False(Mask(string.Concat(Enumerable.Repeat("*a", 50)) + "!x@y").Covers(Domain.Names.Mask.Subject(Nick("Ann"), "user", new string('a', 400))));

    [Fact]
    public void A_mask_has_an_end() => Assert.Equal(
        new NameFault.TooLong(121, 120), Domain.Names.Mask.Parse(new string('a', 121)).TryGet(out _, out var fault) ? null : fault);

    [Theory]
    [InlineData("a:ann", "ann", true)]
    [InlineData("a:ANN", "ann", true)]
    [InlineData("a:a*", "ann", true)]
    [InlineData("a:*", "ann", true)]
    [InlineData("a:*", "", false)]
    [InlineData("a:duy", "ann", false)]
    [InlineData("*!*@*", "ann", true)]
    public void A_mask_of_accounts_means_those_and_no_guests(string mask, string account, bool isMeant)
    {
        Assert.Equal(isMeant, Mask(mask).Covers(Domain.Names.Mask.Subject(Nick("a"), "user", "host"), account));
        Assert.Equal(mask, Mask(mask).Text);
    }
}
