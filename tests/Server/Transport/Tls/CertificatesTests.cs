using ChatRoom.Server.Transport.Tls;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Transport.Tls;

public sealed class CertificatesTests : IDisposable
{
    private readonly CertificateFolder _folder = new();
    private readonly HeldClock _clock = new();
    private readonly WrittenLog _log = new();
    private readonly TestCertificate _first = TestCertificate.SelfSigned();

    public CertificatesTests() => _first.Write(_folder.Files);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_renewed_pair_is_used_without_being_asked()
    {
        using var certificates = Open();
        var renewed = TestCertificate.SelfSigned();
        renewed.Write(_folder.Files);

        _clock.Move(Limits.CertificateLook);

        Assert.Equal(renewed.Fingerprint, certificates.Current.Fingerprint);
        Assert.Equal([$"New connections get the new certificate {renewed.Fingerprint}, valid until 2027-12-01"], _log.Lines);
    }

    [Fact]
    public void A_pair_that_is_only_half_there_is_not_used_and_said_once()
    {
        using var certificates = Open();
        var renewed = TestCertificate.SelfSigned();
        File.WriteAllText(_folder.Files.Certificate, renewed.Pem);

        _clock.Move(Limits.CertificateLook * 5);

        Assert.Equal(_first.Fingerprint, certificates.Current.Fingerprint);
        Assert.Equal(
            $"The new certificate is not used, and the one before stays: the key in {_folder.Files.Key} is not the one of the "
            + $"certificate in {_folder.Files.Certificate} (CN=irc.test), or is damaged",
            Assert.Single(_log.Lines));

        File.WriteAllText(_folder.Files.Key, renewed.Key);
        _clock.Move(Limits.CertificateLook);

        Assert.Equal(renewed.Fingerprint, certificates.Current.Fingerprint);
    }

    [Fact]
    public void Expired_garbage_and_missing_files_keep_the_one_before()
    {
        using var certificates = Open();
        TestCertificate.SelfSigned(until: _clock.GetUtcNow().AddHours(-1)).Write(_folder.Files);
        _clock.Move(Limits.CertificateLook);
        File.WriteAllText(_folder.Files.Certificate, "tea");
        _clock.Move(Limits.CertificateLook);
        File.Delete(_folder.Files.Certificate);
        _clock.Move(Limits.CertificateLook * 3);

        Assert.Equal(_first.Fingerprint, certificates.Current.Fingerprint);
        Assert.Collection(
            _log.Lines,
            line => Assert.EndsWith("expired on 2026-01-01; renew it", line, StringComparison.Ordinal),
            line => Assert.Contains("has no certificate in it", line, StringComparison.Ordinal),
            line => Assert.Contains("the certificate can't be read", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_is_answered_also_where_nothing_changed()
    {
        using var certificates = Open();

        await certificates.Reload();

        Assert.Equal(["The certificate has not changed"], _log.Lines);
    }

    [Fact]
    public void Who_asks_again_about_a_wrong_pair_is_told_again()
    {
        using var certificates = Open();
        File.WriteAllText(_folder.Files.Key, "tea");
        _clock.Move(Limits.CertificateLook);

        _ = certificates.Reload();
        _clock.Move(TimeSpan.Zero);

        Assert.Equal(2, _log.Lines.Count);
        Assert.EndsWith("has no private key in it; it should be PEM", _log.Lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(14, "The certificate expires on 2026-01-15, in 14 days; renew it")]
    [InlineData(1, "The certificate expires on 2026-01-02, in a day; renew it")]
    public void The_end_is_warned_of_at_the_start_from_fourteen_days_before(int days, string? warning)
    {
        TestCertificate.SelfSigned(until: _clock.GetUtcNow().AddDays(days)).Write(_folder.Files);
        using var certificates = Open();

        _clock.Move(Limits.CertificateLook * 3);

        Assert.Equal(warning is null ? [] : [warning], _log.Lines);
    }

    [Fact]
    public void The_end_is_warned_of_once_a_day_and_said_when_it_is_there_and_each_day_after()
    {
        TestCertificate.SelfSigned(until: _clock.GetUtcNow().AddDays(2.5)).Write(_folder.Files);
        using var certificates = Open();

        for (var hour = 0; hour < 4 * 24; hour++)
            _clock.Move(TimeSpan.FromHours(1));

        Assert.Equal(
            [
                "The certificate expires on 2026-01-04, in 2 days; renew it",
                "The certificate expires on 2026-01-04, in a day; renew it",
                "The certificate expires on 2026-01-04, in less than a day; renew it",
                "The certificate expired on 2026-01-04: clients refuse it; renew it",
                "The certificate expired on 2026-01-04: clients refuse it; renew it",
            ],
            _log.Lines);
    }

    private Certificates Open() => Certificates.Open(_folder.Files, _clock, _log);
}
