using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Certificates that prove an account.</summary>
public sealed class CertificatesTests
{
    private static readonly AccountRef Mai = Member(1, "Mai");

    private static Request Proves(long wire, ulong print) => By(Wire(wire), new Command.LogIn(new Credential(Mai, new Proof.Certificate(Print(print)))));

    [Fact]
    public void A_certificate_proves_an_account_until_it_is_taken_away()
    {
        var scenario = Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Comes(2, "Duy"));
        scenario.When(ChangesCertificate(1, 5, isAdded: true)).Then(new Event.CertificateChanged(Mai, true));
        Assert.Equal([new KnownCertificate(Print(5), Noon)], scenario.Facts.CertificatesOf(Mai.Id));
        scenario.When(By(Wire(1), new Command.LogOut())).Then(new Event.LoggedOut(Guest(1, "Mai") with { Account = Mai }));
        scenario.When(Proves(1, 5)).Then(new Event.LoggedIn(Guest(1, "Mai"), Mai));
        scenario.When(ChangesCertificate(1, 5, isAdded: false)).Then(new Event.CertificateChanged(Mai, false));
        scenario.When(Proves(2, 5)).ThenRefused(new Refusal.LoginStale(Mai.Name));
        Assert.Empty(scenario.Facts.Certificates);
        Assert.Empty(scenario.Facts.CertificateOwners);
    }

    [Fact]
    public void It_proves_one_account_only()
    {
        var scenario = Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Comes(2, "Duy"), Registers(2, "Duy", 7), ChangesCertificate(1, 5, isAdded: true));
        scenario.When(ChangesCertificate(2, 5, isAdded: true)).ThenRefused(new Refusal.CertificateTaken(Print(5)));
        scenario.When(ChangesCertificate(2, 5, isAdded: false)).ThenRefused(new Refusal.NoSuchCertificate(Print(5)));
        scenario.When(ChangesCertificate(1, 5, isAdded: true)).ThenNothing();
    }

    [Fact]
    public void Somebody_has_as_many_as_devices()
    {
        var scenario = Given([Comes(1, "Mai"), Registers(1, "Mai", 7), .. Enumerable.Range(0, RuleLimits.CertificatesOfAccount)
            .Select(i => ChangesCertificate(1, (ulong)i, isAdded: true))]);
        scenario.When(ChangesCertificate(1, 99, isAdded: true)).ThenRefused(new Refusal.TooManyCertificates(RuleLimits.CertificatesOfAccount));
    }

    [Fact]
    public void A_guest_has_none() =>
        Given(Comes(1, "Mai")).When(ChangesCertificate(1, 5, isAdded: true)).ThenRefused(new Refusal.NotLoggedIn());

    [Fact]
    public void They_go_with_the_account()
    {
        var scenario = Given(Comes(1, "Mai"), Registers(1, "Mai", 7), ChangesCertificate(1, 5, isAdded: true));
        scenario.When(ByNobody(new Command.RemoveAccount(Account("Mai")))).Then(
            new Event.LoggedOut(Guest(1, "Mai") with { Account = Mai }), new Event.AccountRemoved(Mai));
        Assert.Empty(scenario.Facts.CertificateOwners);
    }
}
