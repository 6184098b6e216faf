using ChatRoom.Client.Connection;

namespace ChatRoom.Client.Tests;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("chat.example.org", "chat.example.org", null, false, null)]
    [InlineData("chat.example.org:6700", "chat.example.org", 6700, false, null)]
    [InlineData("10.0.0.7:6667", "10.0.0.7", 6667, false, null)]
    [InlineData("::1", "::1", null, false, null)]
    [InlineData("[::1]", "::1", null, false, null)]
    [InlineData("[::1]:6700", "::1", 6700, false, null)]
    [InlineData("irc://chat.example.org", "chat.example.org", null, false, null)]
    [InlineData("irc://chat.example.org/", "chat.example.org", null, false, null)]
    [InlineData("IRCS://chat.example.org:7000/tea", "chat.example.org", 7000, true, "#tea")]
    [InlineData("ircs://chat.example.org/#tea", "chat.example.org", null, true, "#tea")]
    [InlineData("ircs://chat.example.org/%23tr%C3%A0,isnick?key", "chat.example.org", null, true, "#trà")]
    [InlineData("irc://[::1]:6700/&local", "::1", 6700, false, "&local")]
    public void A_server_is_written_in_these_ways(string text, string host, int? port, bool isEncrypted, string? room)
    {
        Assert.True(ServerAddress.TryParse(text, out var address, out _));
        Assert.Equal(new ServerAddress(host, port, isEncrypted, room), address);
    }

    [Theory]
    [InlineData("", "names no host")]
    [InlineData(":6667", "names no host")]
    [InlineData("a b", "names no host")]
    [InlineData("me@chat.example.org", "names no host")]
    [InlineData("chat.example.org/tea", "names no host")]
    [InlineData("chat.example.org:0", "no port from 1 to 65535")]
    [InlineData("chat.example.org:", "no port from 1 to 65535")]
    [InlineData("chat.example.org:six", "no port from 1 to 65535")]
    [InlineData("irc://chat.example.org:99999/tea", "no port from 1 to 65535")]
    [InlineData("https://chat.example.org", "is no address of IRC")]
    public void What_is_wrong_is_said(string text, string why)
    {
        Assert.False(ServerAddress.TryParse(text, out _, out var refusal));
        Assert.Contains(why, refusal, StringComparison.Ordinal);
    }
}
