using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ConnectForm;

namespace ChatRoom.Tui.Tests;

public class FormRefusalTests
{
    private static readonly Fingerprint One = Print('1');

    public static TheoryData<LinkFault, FormMessage> All => new()
    {
        { new LinkFault.Unreached(new DialResult.NobodyListens()), new FormMessage.Refused(FormField.Port, "nobody listens there; is the server running?") },
        { new LinkFault.Unreached(new DialResult.UnknownHost()), new FormMessage.Refused(FormField.Host, "no host is called 'chat.example.org'") },
        { new LinkFault.Unreached(new DialResult.TimedOut()), new FormMessage.Refused(FormField.Host, "it did not answer within 10 s") },
        { new LinkFault.Unreached(new DialResult.Failed("the network is down\u001b")), new FormMessage.Refused(FormField.Host, "the network is down\uFFFD") },
        { new LinkFault.Unreached(new DialResult.NoTls("bad handshake")), new FormMessage.Refused(FormField.Tls, "no TLS is spoken on port 6667") },
        { new LinkFault.Unreached(new DialResult.Untrusted(One, "it expired")), new FormMessage.Untrusted(One, "it expired") },
        { new LinkFault.Unreached(new DialResult.OtherCertificate(One, Print('2'))), new FormMessage.Changed(One, Print('2')) },
        { new LinkFault.Ended(new Ending.NicknameTaken("Duy", "Duy holds it\u001b")), new FormMessage.Refused(FormField.Nick, "Duy is taken; Duy2 may be free") },
        { new LinkFault.Ended(new Ending.NicknameRefused("Duy", "too long")), new FormMessage.Refused(FormField.Nick, "too long") },
        { new LinkFault.Ended(new Ending.PasswordRefused("wrong")), new FormMessage.Refused(FormField.ServerPassword, "this server asks for a password") },
        { new LinkFault.Ended(new Ending.AccountRefused("duy", "wrong")), new FormMessage.Refused(FormField.AccountPassword, "wrong") },
        { new LinkFault.Ended(new Ending.NotAdmitted("banned")), new FormMessage.Refused(FormField.Connect, "banned") },
        { new LinkFault.Ended(new Ending.ServerClosed("full")), new FormMessage.Refused(FormField.Connect, "full") },
        { new LinkFault.Ended(new Ending.Lost("reset")), new FormMessage.Refused(FormField.Connect, "reset") },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void What_came_of_connecting_is_said_where_it_can_be_mended(LinkFault fault, FormMessage message)
    {
        Assert.True(Nickname.TryParse("Duy", out var nick, out _));

        Assert.Equal(message, FormRefusal.Of(fault, new FormValues("chat.example.org", 6667, Tls: true, nick, [])));
    }

    [Fact]
    public void Without_TLS_a_server_that_says_nothing_may_want_it()
    {
        Assert.True(Nickname.TryParse("Duy", out var nick, out _));
        var message = FormRefusal.Of(new LinkFault.Ended(new Ending.Lost("reset")), new FormValues("chat.example.org", 6697, Tls: false, nick, []));

        Assert.Equal(new FormMessage.Refused(FormField.Tls, "reset; perhaps that port wants TLS"), message);
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
