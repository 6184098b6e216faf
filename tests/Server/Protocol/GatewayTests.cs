using System.Net;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>WEBIRC (ircv3.net/specs/extensions/webirc). All wires of these tests come from 203.0.113.7.</summary>
public sealed class GatewayTests
{
    private static TestServer Start(string from = "203.0.113.0/24")
    {
        var server = TestServer.Start(cloakKey: new Domain.Names.CloakKey(1, 2));
        server.Settings.Publish(server.Settings.Current with { Gateways = new WebGateways("hunter2", [IPNetwork.Parse(from)]) });
        return server;
    }

    private static async Task<string> Host(TestServer server, string nick, params string[] first)
    {
        var client = server.Dial();
        await client.Ask([.. first, $"NICK {nick}", "USER x 0 * :x"]);
        return (await client.Ask($"USERHOST {nick}"))[^1].Split('@')[^1];
    }

    [Theory]
    [InlineData("198.51.100.3")]
    [InlineData("0::1")]
    [InlineData("2001:db8::7")]
    public async Task Who_comes_through_a_gateway_counts_as_coming_from_where_it_says(string address)
    {
        await using var server = Start();
        var own = await Host(server, "Tuan");
        var through = await Host(server, "Mai", $"WEBIRC hunter2 web {address} {address} :secure=x local-port=6697 remote-port=21726");
        Assert.NotEqual(own, through);
        Assert.Equal(through, await Host(server, "Anh", $"WEBIRC hunter2 web some.host {address}"));
    }

    [Theory]
    [InlineData("203.0.113.0/24", "WEBIRC hunter3 web x 198.51.100.3", "Invalid WEBIRC password")]
    [InlineData("203.0.113.0/24", "WEBIRC hunter web x 198.51.100.3", "Invalid WEBIRC password")]
    [InlineData("198.51.100.0/24", "WEBIRC hunter2 web x 198.51.100.3", "Invalid WEBIRC password")]
    [InlineData("203.0.113.0/24", "WEBIRC hunter2 web x home", "WEBIRC names no address")]
    [InlineData("203.0.113.0/24", "WEBIRC hunter2 web x ::::", "WEBIRC names no address")]
    [InlineData("203.0.113.0/24", "CAP LS 302\r\nWEBIRC hunter2 web x 198.51.100.3", "WEBIRC comes before everything else")]
    [InlineData("203.0.113.0/24", "NICK Mai\r\nWEBIRC hunter2 web x 198.51.100.3", "WEBIRC comes before everything else")]
    public async Task Anybody_else_who_says_it_is_shown_out(string from, string lines, string why)
    {
        await using var server = Start(from);
        var client = server.Dial();
        await client.Send(lines.Split("\r\n"));
        Assert.Equal($"ERROR :Closing link: {why}", (await client.Rest())[^1]);
    }

    [Fact]
    public async Task Where_no_gateway_is_named_nobody_is_believed()
    {
        await using var server = TestServer.Start();
        var client = server.Dial();
        await client.Send("WEBIRC hunter2 web x 198.51.100.3");
        Assert.Equal(["ERROR :Closing link: Invalid WEBIRC password"], await client.Rest());
    }

    [Fact]
    public async Task Too_few_words_are_said_to_be_and_nothing_changes()
    {
        await using var server = Start();
        Assert.StartsWith(":irc.test 461 * WEBIRC :", Assert.Single(await server.Dial().Ask("WEBIRC hunter2 web x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_and_the_limits_of_an_address_hold_for_whom_it_comes()
    {
        await using var server = Start();
        server.Settings.Publish(server.Settings.Current with { ConnectionsOfAddress = 1 });
        var mai = server.Dial();
        await mai.Ask("WEBIRC hunter2 web x 198.51.100.3", "NICK Mai", "USER x 0 * :x");
        var duy = server.Dial();
        await duy.Send("WEBIRC hunter2 web x 198.51.100.3");
        Assert.Equal(["ERROR :Closing link: 1 connections from your address are here, which is the most"], await duy.Rest());

        await server.Registry.Hub.Order(new Domain.Commands.Command.Ban(
            new Domain.Events.BanTarget.OfRange(Domain.Names.AddressRange.Of(Addresses.Of(IPAddress.Parse("198.51.100.9")), 128)), Option<int>.None, "spam")).WaitAsync(Client.Deadline);
        var anh = server.Dial();
        await anh.Send("WEBIRC hunter2 web x 198.51.100.9");
        Assert.Equal([":irc.test 465 * :You are banned from this server: spam", "ERROR :Closing link: banned from this server: spam"], await anh.Rest());
        // Each place is given back once: the gateway's own and those of others are free again.
        await mai.Send("QUIT");
        await mai.Rest();
        Assert.NotEqual("guest", await Host(server, "Hoa", "WEBIRC hunter2 web x 198.51.100.3"));
        await server.Connect("Tuan");
    }

    [Fact]
    public async Task The_gateways_own_certificate_proves_nobodys_account()
    {
        await using var server = Start();
        var client = server.Dial(certificate: new string('a', 64));
        Assert.DoesNotContain("EXTERNAL", string.Concat(await client.Ask("WEBIRC hunter2 web x 198.51.100.3", "CAP LS 302")), StringComparison.Ordinal);
        Assert.Contains("EXTERNAL", string.Concat(await server.Dial(certificate: new string('a', 64)).Ask("CAP LS 302")), StringComparison.Ordinal);
    }
}
