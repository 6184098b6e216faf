using ChatRoom.Cli.Join;
using ChatRoom.Client.Connection;

namespace ChatRoom.Cli.Tests;

public class RefusalTextTests
{
    private static readonly Fingerprint One = Print('1');

    [Fact]
    public void The_line_that_accepts_a_certificate_can_be_copied()
    {
        var text = RefusalText.Of(
            new DialResult.Untrusted(One, "nobody but itself vouches for it"), "chat.example.org:6697", "./chatroom",
            ["join", "--host", "chat.example.org", "--tls", "--room", "#tea", "--password-file", "Ann's secret"]);

        Assert.Equal(
            "the certificate of chat.example.org:6697 is not trusted: nobody but itself vouches for it; its fingerprint is "
            + $"{One}; if the server's operator tells you the same one, join with: ./chatroom join --host chat.example.org --tls "
            + $@"--room '#tea' --password-file 'Ann'\''s secret' --fingerprint {One}",
            text);
    }

    [Fact]
    public void A_certificate_that_changed_is_shown_beside_the_one_that_was_expected()
    {
        var text = RefusalText.Of(new DialResult.OtherCertificate(One, Print('2')), "chat.example.org:6697", "the file");

        Assert.Contains($"expected {One}, found {Print('2')}", text);
    }

    private static Fingerprint Print(char digit) =>
        Fingerprint.TryParse(new string(digit, 64), out var print, out var refusal) ? print : throw new FormatException(refusal);
}
