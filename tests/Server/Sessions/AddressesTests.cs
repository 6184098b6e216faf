using System.Net;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Sessions;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("203.0.113.7:6667", "::ffff:203.0.113.7")]
    [InlineData("[2001:db8::7]:6667", "2001:db8::7")]
    [InlineData("[::ffff:203.0.113.7]:6667", "::ffff:203.0.113.7")]
    public void An_address_is_128_bits_without_its_port(string endPoint, string expected)
    {
        var bytes = IPAddress.Parse(expected).GetAddressBytes();

        Assert.Equal(new NetworkAddress(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes)), Addresses.Of(endPoint));
    }

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("memory")]
    public void What_is_no_address_is_none(string endPoint) => Assert.Null(Addresses.Of(endPoint));

    [Fact]
    public async Task A_request_carries_where_its_connection_came_from()
    {
        await using var server = TestServer.Start();
        var seen = new List<Origin>();
        server.Registry.Hub.Decided = (request, _) => seen.Add(request.Origin);

        await server.Connect("Tuan", "", "#tea");

        Assert.NotEmpty(seen);
        Assert.All(seen, origin => Assert.Equal(Addresses.Of(Wire.Address), origin.Address));
        Assert.All(seen, origin => Assert.NotNull(origin.Address));
    }
}
