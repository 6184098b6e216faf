using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Tests.Names;

public sealed class CloakTests
{
    private static readonly CloakKey Key = new(1, 2);
    private static readonly NetworkAddress Ann = V4(203, 0, 113, 7);

    [Fact]
    public void An_address_has_the_same_cloak_each_time_and_another_under_another_key()
    {
        Assert.Equal(Cloak.Of(Ann, Key), Cloak.Of(Ann, Key));
        Assert.NotEqual(Cloak.Of(Ann, Key), Cloak.Of(Ann, new CloakKey(2, 1)));
        Assert.Matches("^[a-z2-9]{8}\\.[a-z2-9]{8}\\.[a-z2-9]{8}\\.ip$", Cloak.Of(Ann, Key));
    }

    /// <summary>Bans rest on them in journals, so they stay as they are for ever.</summary>
    [Fact]
    public void Cloaks_never_change() => Assert.Equal(Golden, Cloak.Of(Ann, Key));

    [Theory]
    [InlineData(203, 0, 113, 8, 2)]
    [InlineData(203, 0, 114, 7, 1)]
    [InlineData(203, 1, 113, 7, 0)]
    public void Those_of_a_network_share_its_words(byte a, byte b, byte c, byte d, int shared)
    {
        var (one, other) = (Cloak.Of(Ann, Key).Split('.'), Cloak.Of(V4(a, b, c, d), Key).Split('.'));
        Assert.Equal(shared + 1, one.Zip(other).Count(pair => pair.Item1 == pair.Item2));
    }

    [Fact]
    public void An_address_of_version_6_is_its_household()
    {
        var one = new NetworkAddress(new UInt128(0x2001_0db8_0000_0001, 1));
        Assert.Equal(Cloak.Of(one, Key), Cloak.Of(new NetworkAddress(new UInt128(0x2001_0db8_0000_0001, 99)), Key));
        Assert.NotEqual(Cloak.Of(one, Key), Cloak.Of(new NetworkAddress(new UInt128(0x2001_0db8_0000_0002, 1)), Key));
    }

    [Theory]
    [InlineData(32, 0)]
    [InlineData(24, 1)]
    [InlineData(16, 2)]
    public void A_network_has_a_mask_that_means_its_cloaks(int width, int missing)
    {
        var words = Cloak.Of(Ann, Key).Split('.')[missing..];
        Assert.Equal($"{(missing > 0 ? "*." : "")}{string.Join('.', words)}", Cloak.OfNetwork(Ann, width, Key));
    }

    [Fact]
    public void Cloaks_show_no_other_networks() => Assert.Null(Cloak.OfNetwork(Ann, 20, Key));

    [Fact]
    public void A_key_is_not_read_in_a_log() => Assert.Equal("CloakKey", $"{Key}");

    private const string Golden = "5ya6rzer.zyyr7zin.vvba4uct.ip";

    private static NetworkAddress V4(byte a, byte b, byte c, byte d) => new(new UInt128(0, 0x0000_FFFF_0000_0000 | ((ulong)a << 24) | ((ulong)b << 16) | ((ulong)c << 8) | d));
}
