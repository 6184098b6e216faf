using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Tests.Transport.Tls;

public sealed class SelfSignedTests : IDisposable
{
    private static readonly DateTimeOffset Today = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly CertificateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_made_once_and_stays_the_same()
    {
        var first = Load(Today);
        var later = Load(Today.AddYears(5));

        Assert.Equal(first.Fingerprint, later.Fingerprint);
        Assert.True(first.IsSelfSigned);
        Assert.Equal(Today.AddYears(10), first.Expires);
    }

    [Fact]
    public void Nobody_else_can_read_its_key()
    {
        Load(Today);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, "tls.key")));
    }

    [Fact]
    public void After_its_time_there_is_a_new_one()
    {
        var first = Load(Today);
        var later = Load(Today.AddYears(10).AddDays(1));

        Assert.NotEqual(first.Fingerprint, later.Fingerprint);
    }

    [Fact]
    public void A_server_that_was_killed_between_key_and_certificate_begins_anew()
    {
        var first = Load(Today);
        File.Delete(Path.Combine(_folder.Path, "tls.crt"));

        Assert.NotEqual(first.Fingerprint, Load(Today).Fingerprint);
    }

    [Fact]
    public void A_damaged_one_is_not_replaced_in_silence()
    {
        Load(Today);
        File.WriteAllText(Path.Combine(_folder.Path, "tls.crt"), "tea");

        var wrong = Assert.Throws<CertificateException>(() => Load(Today));

        Assert.Contains("restore it, or delete it for a new one", wrong.Message, StringComparison.Ordinal);
    }

    private ServerCertificate Load(DateTimeOffset now) => ServerCertificate.Load(SelfSigned.In(_folder.Path, "irc.test", now), now);
}
