using System.Net;
using System.Text;
using ChatRoom.Server.Transport.Proxy;
using FsCheck;
using FsCheck.Fluent;

namespace ChatRoom.Server.Tests.Transport.Proxy;

public sealed class ProxyHeaderTests
{
    public static TheoryData<string, byte[], string?> Good => new()
    {
        { "TCP over IPv4", ProxyHeaders.Tcp4(), "192.0.2.7:4660" },
        { "TCP over IPv6", ProxyHeaders.Tcp6("2001:db8::7"), "[2001:db8::7]:4660" },
        { "a Unix socket", ProxyHeaders.V2(0x21, 0x31, new byte[216]), null },
        { "the proxy itself", ProxyHeaders.V2(0x20, 0x11, 1, 2, 3), null },
        { "the proxy itself, without addresses", ProxyHeaders.V2(0x20, 0x00), null },
        { "unknown", ProxyHeaders.V2(0x21, 0x00, 9, 9), null },
        { "extra fields", ProxyHeaders.Tcp4(0x04, 0, 2, 7, 7, 0xE0, 0, 0), "192.0.2.7:4660" },
        { "a right checksum", ProxyHeaders.Tcp4WithChecksum(), "192.0.2.7:4660" },
        { "the longest", ProxyHeaders.Tcp4([0x04, 1, 0xF9, .. new byte[0x1F9]]), "192.0.2.7:4660" },
    };

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "its PROXY header has 537 bytes; 536 are the most", ProxyHeaders.V2(0x21, 0x11, new byte[521])[..16] },
        { "its PROXY header is of a version or command 0x11, which is neither 0x20 nor 0x21", ProxyHeaders.V2(0x11, 0x11, new byte[12]) },
        { "its PROXY header is of a version or command 0x22, which is neither 0x20 nor 0x21", ProxyHeaders.V2(0x22, 0x11, new byte[12]) },
        { "its PROXY header is of the kind 0x12, which is no stream over IPv4, IPv6 or a Unix socket", ProxyHeaders.V2(0x21, 0x12, new byte[12]) },
        { "its PROXY header has 11 bytes for addresses that need 12", ProxyHeaders.V2(0x21, 0x11, new byte[11]) },
        { "its PROXY header has 12 bytes for addresses that need 36", ProxyHeaders.V2(0x21, 0x21, new byte[12]) },
        { "its PROXY header ends in the middle of an extra field", ProxyHeaders.Tcp4(0x04, 0) },
        { "its PROXY header has an extra field that is longer than the header", ProxyHeaders.Tcp4(0x04, 0, 2, 1) },
        { "its PROXY header has a wrong checksum", ProxyHeaders.Tcp4WithChecksum(off: 1) },
        { "its PROXY header has a wrong checksum", ProxyHeaders.Tcp4(0x03, 0, 1, 1) },
    };

    [Theory]
    [InlineData("PROXY TCP4 192.0.2.7 10.0.0.1 4660 6667\r\n", "192.0.2.7:4660")]
    [InlineData("PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n", "255.255.255.255:65535")]
    [InlineData("PROXY TCP6 2001:db8::7 ::1 0 6667\r\n", "[2001:db8::7]:0")]
    [InlineData("PROXY TCP6 ::ffff:192.0.2.7 ::1 1 2\r\n", "[::ffff:192.0.2.7]:1")]
    [InlineData("PROXY UNKNOWN\r\n", null)]
    [InlineData("PROXY UNKNOWN ffff:f...f:ffff whatever 65535\r\n", null)]
    public void A_line_of_version_1_says_where_the_client_is(string line, string? client) =>
        AssertHeader(Encoding.ASCII.GetBytes(line), client);

    [Theory]
    [MemberData(nameof(Good))]
    public void A_header_of_version_2_says_where_the_client_is(string what, byte[] header, string? client)
    {
        Assert.NotEmpty(what);
        AssertHeader(header, client);
    }

    [Theory]
    [InlineData("NICK tuan\r\n", "it does not begin with a PROXY header; let the proxy send one, or leave its address out of --proxy-from")]
    [InlineData("proxy TCP4 192.0.2.7 10.0.0.1 1 2\r\n", "it does not begin with a PROXY header; let the proxy send one, or leave its address out of --proxy-from")]
    [InlineData("PROXY UDP4 192.0.2.7 10.0.0.1 1 2\r\n", "its PROXY line names neither TCP4 nor TCP6 nor UNKNOWN")]
    [InlineData("PROXY  TCP4 192.0.2.7 10.0.0.1 1 2\r\n", "its PROXY line names neither TCP4 nor TCP6 nor UNKNOWN")]
    [InlineData("PROXY \r\n", "its PROXY line names neither TCP4 nor TCP6 nor UNKNOWN")]
    [InlineData("PROXY TCP4 192.0.2.7 10.0.0.1 1\r\n", "its PROXY line does not have two addresses and two ports")]
    [InlineData("PROXY TCP4 192.0.2.7 10.0.0.1 1 2 3\r\n", "its PROXY line does not have two addresses and two ports")]
    [InlineData("PROXY TCP4 192.0.2 10.0.0.1 1 2\r\n", "its PROXY line has an address that is none of TCP4")]
    [InlineData("PROXY TCP4 192.0.2.07 10.0.0.1 1 2\r\n", "its PROXY line has an address that is none of TCP4")]
    [InlineData("PROXY TCP4 192.0.2.7 ::1 1 2\r\n", "its PROXY line has an address that is none of TCP4")]
    [InlineData("PROXY TCP6 192.0.2.7 ::1 1 2\r\n", "its PROXY line has an address that is none of TCP6")]
    [InlineData("PROXY TCP6 fe80::1%1 ::1 1 2\r\n", "its PROXY line has an address that is none of TCP6")]
    [InlineData("PROXY TCP6 [::1] ::1 1 2\r\n", "its PROXY line has an address that is none of TCP6")]
    [InlineData("PROXY TCP4 192.0.2.7 10.0.0.1 65536 2\r\n", "its PROXY line has a port that is no number from 0 to 65535")]
    [InlineData("PROXY TCP4 192.0.2.7 10.0.0.1 1 +2\r\n", "its PROXY line has a port that is no number from 0 to 65535")]
    [InlineData("PROXY TCP4 192.0.2.7 10.0.0.1 01 2\r\n", "its PROXY line has a port that is no number from 0 to 65535")]
    [InlineData("PROXY TCP4 192.0.2.7 10.0.0.1 1 2\n", null)]
    public void A_line_of_version_1_that_is_wrong_is_explained(string line, string? why)
    {
        var read = ProxyHeader.Read(Encoding.ASCII.GetBytes(line));

        Assert.Equal<ProxyRead>(why is null ? new ProxyRead.NeedMore() : new ProxyRead.Wrong(why), read);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_header_of_version_2_that_is_wrong_is_explained(string why, byte[] header) =>
        Assert.Equal(new ProxyRead.Wrong(why), ProxyHeader.Read(header));

    [Theory]
    [InlineData(105, true)]
    [InlineData(106, false)]
    public void A_line_has_at_most_107_bytes(int withoutEnd, bool isGood)
    {
        var line = Encoding.ASCII.GetBytes("PROXY UNKNOWN ".PadRight(withoutEnd, 'x') + "\r\n");

        Assert.Equal<ProxyRead>(
            isGood ? new ProxyRead.Header(null, 107) : new ProxyRead.Wrong("its PROXY line does not end within 107 bytes"), ProxyHeader.Read(line));
    }

    [Fact]
    public void What_follows_belongs_to_the_client()
    {
        var line = "PROXY UNKNOWN\r\nNICK tuan\r\n"u8;

        Assert.Equal(new ProxyRead.Header(null, 15), ProxyHeader.Read(line));
    }

    [Fact]
    public void No_bytes_make_it_throw() => Prop.ForAll<byte[], byte, int>((bytes, change, place) =>
    {
        // Pure noise gets no further than the first byte, so what is changed is something good.
        foreach (var begin in new[] { [], ProxyHeaders.Tcp4WithChecksum(), ProxyHeaders.Tcp6("::1"), "PROXY TCP4 192.0.2.7 10.0.0.1 4660 6667\r\n"u8.ToArray() })
        {
            byte[] changed = [.. begin, .. bytes];
            if (changed.Length > 0)
                changed[(int)((uint)place % changed.Length)] = change;
            var read = ProxyHeader.Read(changed);
            Assert.True(read switch
            {
                ProxyRead.NeedMore => changed.Length <= ProxyHeader.MostV2,
                ProxyRead.Header header => header.Length <= changed.Length,
                ProxyRead.Wrong wrong => wrong.Why.Length > 0,
            });
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Whole, and never before it is whole.</summary>
    private static void AssertHeader(byte[] header, string? client)
    {
        Assert.Equal(new ProxyRead.Header(client is null ? null : IPEndPoint.Parse(client), header.Length), ProxyHeader.Read(header));
        for (var length = 0; length < header.Length; length++)
            Assert.Equal(new ProxyRead.NeedMore(), ProxyHeader.Read(header.AsSpan(0, length)));
    }
}
