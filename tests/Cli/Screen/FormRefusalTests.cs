using ChatRoom.Cli.Screen;
using ChatRoom.Client;

namespace ChatRoom.Cli.Tests;

public class FormRefusalTests
{
    private static readonly Fingerprint One = Print('1');

    public static TheoryData<DialResult, FormMessage> All => new()
    {
        { new DialResult.NobodyListens(), new FormMessage.Refused(FormField.Port, "nobody listens there; is the server running?") },
        { new DialResult.UnknownHost(), new FormMessage.Refused(FormField.Host, "no host is called 'chat.example.org'") },
        { new DialResult.TimedOut(), new FormMessage.Refused(FormField.Host, "it did not answer within 10 s") },
        { new DialResult.Failed("the network is down\u001b"), new FormMessage.Refused(FormField.Host, "the network is down\uFFFD") },
        { new DialResult.NoTls("bad handshake"), new FormMessage.Refused(FormField.Tls, "no TLS is spoken on port 6667") },
        { new DialResult.Untrusted(One, "it expired"), new FormMessage.Untrusted(One, "it expired") },
        { new DialResult.OtherCertificate(One, Print('2')), new FormMessage.Changed(One, Print('2')) },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void What_came_of_connecting_is_said_where_it_can_be_mended(DialResult dialled, FormMessage message)
    {
        Assert.True(Nickname.TryParse("Duy", out var nick, out _));

        Assert.Equal(message, FormRefusal.Of(dialled, new FormValues("chat.example.org", 6667, Tls: true, nick, [])));
    }

    [Fact]
    public void An_address_with_colons_stands_apart_from_the_port()
    {
        Assert.True(Nickname.TryParse("Duy", out var nick, out _));

        Assert.Equal("[::1]:6667", new FormValues("::1", 6667, Tls: false, nick, []).Place);
    }

    private static Fingerprint Print(char digit) =>
        Fingerprint.TryParse(new string(digit, 64), out var print, out var refusal) ? print : throw new FormatException(refusal);
}
