using System.Security.Cryptography;
using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Tests.Transport.Tls;

public sealed class ServerCertificateTests
{
    private static readonly DateTimeOffset Today = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PemFiles Files = new("chat.crt", "chat.key");

    private readonly TestCertificate _good = TestCertificate.SelfSigned();

    [Fact]
    public void A_pair_is_known_by_its_fingerprint()
    {
        var loaded = ServerCertificate.Parse(_good.Pem, _good.Key, Files, Today);

        Assert.Equal(_good.Fingerprint, loaded.Fingerprint);
        Assert.Equal(TestCertificate.Start.AddYears(2), loaded.Expires);
        Assert.True(loaded.IsSelfSigned);
    }

    [Fact]
    public void What_somebody_vouches_for_is_not_self_signed_and_its_chain_goes_with_it()
    {
        var vouched = TestCertificate.Vouched();

        var loaded = ServerCertificate.Parse(vouched.Pem, vouched.Key, Files, Today);

        Assert.False(loaded.IsSelfSigned);
        Assert.Equal(vouched.Fingerprint, loaded.Fingerprint);
    }

    [Fact]
    public void The_key_of_another_certificate_is_told() =>
        Refused(_good.Pem, TestCertificate.SelfSigned().Key, "the key in chat.key is not the one of the certificate in chat.crt (CN=irc.test)");

    [Fact]
    public void A_damaged_key_is_told() =>
        Refused(_good.Pem, _good.Key.Replace("MIG", "!!!", StringComparison.Ordinal), "the key in chat.key is not the one of");

    [Fact]
    public void A_key_file_without_a_key_is_told() => Refused(_good.Pem, "tea", "chat.key has no private key in it");

    [Fact]
    public void A_key_behind_a_passphrase_is_told()
    {
        using var key = ECDsa.Create();
        var encrypted = key.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1));

        Refused(_good.Pem, encrypted, "the key in chat.key is encrypted");
    }

    [Theory]
    [InlineData("")]
    [InlineData("tea and cake")]
    public void A_file_that_is_no_certificate_is_told(string garbage) => Refused(garbage, _good.Key, "chat.crt has no certificate in it");

    [Fact]
    public void A_damaged_certificate_is_told() =>
        Refused("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", _good.Key, "chat.crt has a damaged certificate in it");

    [Fact]
    public void However_much_of_a_file_is_written_only_the_whole_is_taken()
    {
        var vouched = TestCertificate.Vouched();
        // Between the two certificates there is a moment at which the file looks like one without a chain, and is right as such.
        var end = vouched.Pem.IndexOf("-----END CERTIFICATE-----", StringComparison.Ordinal) + "-----END CERTIFICATE-----".Length;
        var next = vouched.Pem.IndexOf("-----BEGIN CERTIFICATE-----", end, StringComparison.Ordinal) + "-----BEGIN CERTIFICATE-----".Length;
        var last = vouched.Pem.TrimEnd().Length;

        foreach (var length in Enumerable.Range(0, end).Concat(Enumerable.Range(next, last - next)))
            Assert.Throws<CertificateException>(() => ServerCertificate.Parse(vouched.Pem[..length], vouched.Key, Files, Today));
    }

    [Fact]
    public void An_expired_one_is_told()
    {
        var old = TestCertificate.SelfSigned(until: Today);

        Refused(old.Pem, old.Key, "the certificate in chat.crt expired on 2026-01-01; renew it");
    }

    [Fact]
    public void One_of_tomorrow_is_told()
    {
        var early = TestCertificate.SelfSigned(from: Today.AddDays(1));

        Refused(early.Pem, early.Key, "the certificate in chat.crt is valid only from 2026-01-02 on");
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var wrong = Assert.Throws<CertificateException>(() => ServerCertificate.Load(new PemFiles("nowhere/chat.crt", "chat.key"), Today));

        Assert.StartsWith("the certificate can't be read: ", wrong.Message, StringComparison.Ordinal);
    }

    private static void Refused(string certificate, string key, string why)
    {
        var wrong = Assert.Throws<CertificateException>(() => ServerCertificate.Parse(certificate, key, Files, Today));
        Assert.StartsWith(why, wrong.Message, StringComparison.Ordinal);
    }
}
