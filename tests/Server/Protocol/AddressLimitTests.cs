using System.Net;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>How many may come from one place, and how many accounts may be registered from there.</summary>
public sealed class AddressLimitTests
{
    private readonly HeldClock _clock = new();

    [Fact]
    public async Task Who_is_one_too_many_from_an_address_is_told_so_and_comes_in_when_another_one_has_gone()
    {
        await using var server = TestServer.Start();
        server.Settings.Publish(server.Settings.Current with { ConnectionsOfAddress = 2 });
        var tuan = await server.Connect("Tuan");
        await server.Connect("Duy");

        Assert.Equal(["ERROR :Closing link: 2 connections from your address are here, which is the most"], await server.Dial().Rest());
        Assert.Equal([("address", 1), ("network", 0)], server.Registry.Places.RefusedConnections);

        await tuan.Send("QUIT");
        await tuan.Rest();
        await server.Connect("Mai");
        server.Settings.Publish(server.Settings.Current with { ConnectionsOfAddress = 0 });
        await server.Connect("Anh");
    }

    [Fact]
    public async Task Accounts_that_are_registered_from_an_address_are_counted_for_a_day()
    {
        await using var server = TestServer.Start();
        server.Settings.Publish(server.Settings.Current with { RegistrationsOfAddress = 1 });
        var tuan = await server.Connect("Tuan");
        var duy = await server.Connect("Duy");
        await tuan.Ask("REGISTER * * tea");

        const string Why = "From your address 1 accounts were registered within a day, which is the most; ask who tends this server";
        Assert.Equal([$":irc.test FAIL REGISTER TEMPORARILY_UNAVAILABLE Duy :{Why}"], await duy.Ask("REGISTER * * tea"));
        Assert.Equal([$":NickServ!NickServ@irc.test NOTICE Duy :{Why}"], await duy.Ask("NS REGISTER tea"));
        Assert.Equal([("address", 2), ("network", 0)], server.Registry.Places.RefusedRegistrations);
    }

    [Theory]
    [InlineData("203.0.113.7:1", "203.0.113.7:2", "address")]
    [InlineData("203.0.113.7:1", "203.0.113.8:2", "network")]
    [InlineData("203.0.113.7:1", "203.0.114.7:2", null)]
    [InlineData("[2001:db8:1:1::7]:1", "[2001:db8:1:1::8]:2", "address")]
    [InlineData("[2001:db8:1:1::7]:1", "[2001:db8:1:2::7]:2", "network")]
    [InlineData("[2001:db8:1:1::7]:1", "[2001:db8:2:1::7]:2", null)]
    [InlineData("127.0.0.1:1", "127.0.0.1:2", null)]
    [InlineData("memory", "memory", null)]
    public void An_address_has_a_network_around_it_and_some_are_exempt(string first, string second, string? reached)
    {
        var limits = Limits(new LiveSettings { ConnectionsOfAddress = 1, ConnectionsOfNetwork = 1, RegistrationsOfAddress = 1, RegistrationsOfNetwork = 1 });
        Assert.Null(limits.Enter(Addresses.Of(first)));
        Assert.Null(limits.Register(Addresses.Of(first)));
        if (reached is null)
        {
            Assert.Null(limits.Enter(Addresses.Of(second)));
            Assert.Null(limits.Register(Addresses.Of(second)));
            return;
        }
        Assert.Contains($"your {reached}", limits.Enter(Addresses.Of(second)), StringComparison.Ordinal);
        Assert.Contains($"your {reached}", limits.Register(Addresses.Of(second)), StringComparison.Ordinal);
        limits.Leave(Addresses.Of(first));
        Assert.Null(limits.Enter(Addresses.Of(second)));
        _clock.Move(TimeSpan.FromDays(1));
        Assert.Null(limits.Register(Addresses.Of(second)));
    }

    [Fact]
    public void Places_without_end_share_a_count()
    {
        var limits = Limits(new LiveSettings { RegistrationsOfAddress = 4, RegistrationsOfNetwork = 0 });
        for (uint one = 0; one < 2048; one++)
            Assert.Null(limits.Register(new NetworkAddress(((UInt128)0xFFFF << 32) | (0x0B000000 + (one << 8)))));
        // Each took a place for itself and one for its network.
        var refused = Enumerable.Range(0, 3).Count(one => limits.Register(Addresses.Of($"198.51.{100 + one}.1:1")) is not null);
        Assert.Equal(1, refused);
    }

    [Fact]
    public void A_network_of_the_settings_is_exempt()
    {
        var limits = Limits(new LiveSettings { ConnectionsOfAddress = 1, Exempt = [IPNetwork.Parse("2001:db8::/32")] });
        Assert.Null(limits.Enter(Addresses.Of("[2001:db8::1]:1")));
        Assert.Null(limits.Enter(Addresses.Of("[2001:db8::1]:2")));
        Assert.Null(limits.Enter(Addresses.Of("127.0.0.1:1")));
        Assert.NotNull(limits.Enter(Addresses.Of("127.0.0.1:2")));
    }

    private AddressLimits Limits(LiveSettings settings) => new(new PublishedSettings(settings), _clock);
}
