using System.Numerics;

namespace ChatRoom.Irc.Tests;

public class CapabilitiesTests
{
    [Fact]
    public void The_table_knows_every_capability_once()
    {
        Assert.Equal(Enum.GetValues<Capability>().Where(capability => capability != Capability.None), Capabilities.All.Order());
        Assert.Equal(Capabilities.All.Count(), Capabilities.All.Select(Capabilities.Name).Distinct().Count());
        Assert.All(Capabilities.All, capability => Assert.Equal(1, BitOperations.PopCount((ulong)capability)));
    }

    [Fact]
    public void Every_name_leads_back_to_its_capability() =>
        Assert.All(Capabilities.All, capability => Assert.Equal(capability, Capabilities.Find(Capabilities.Name(capability))));

    [Theory]
    [InlineData("")]
    [InlineData("znc.in/self-message")]
    [InlineData("Message-Tags")]
    [InlineData("batch ")]
    public void An_unknown_name_is_none(string name) => Assert.Equal(Capability.None, Capabilities.Find(name));

    [Theory]
    [InlineData(Capability.None)]
    [InlineData(Capability.Batch | Capability.Sasl)]
    public void Only_a_single_capability_has_a_name(Capability set) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Capabilities.Name(set));

    [Fact]
    public void A_set_is_named_in_the_order_of_the_table() =>
        Assert.Equal(["message-tags", "batch", "sasl"], Capabilities.Names(Capability.Sasl | Capability.Batch | Capability.MessageTags));

    [Fact]
    public void A_list_is_read()
    {
        var list = Capabilities.ParseList(" batch sasl=PLAIN,EXTERNAL  -echo-message a= b=c=d ");
        Assert.Equal(
            [
                new("batch"), new("sasl", "PLAIN,EXTERNAL"), new("echo-message", null, true), new("a", ""), new("b", "c=d"),
            ],
            list);
        Assert.Equal(
            [Capability.Batch, Capability.Sasl, Capability.EchoMessage, Capability.None, Capability.None],
            list.Select(token => token.Flag));
        Assert.Equal("batch sasl=PLAIN,EXTERNAL -echo-message a= b=c=d", string.Join(' ', list));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void An_empty_list_is_empty(string list) => Assert.Empty(Capabilities.ParseList(list));
}
