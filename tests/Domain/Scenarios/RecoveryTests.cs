using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>A forgotten password, and the code that replaces it.</summary>
public sealed class RecoveryTests
{
    private static readonly AccountRef Mai = Member(1, "Mai");
    private static readonly Actor Known = Guest(1, "Mai") with { Account = Mai };

    private static Request Gives(string account, ulong code, long until) => ByNobody(new Command.GiveRecovery(Account(account), Token(code), new Timestamp(until)));

    private static Request Recovers(long wire, ulong code, ulong password) => By(Wire(wire), new Command.Recover(Token(code), Password(password)));

    [Fact]
    public void A_code_sets_a_password_once_and_shuts_out_who_had_the_account()
    {
        var scenario = Given(Comes(1, "Mai"), Registers(1, "Mai", 7), ChangesCertificate(1, 5, isAdded: true), ComesAs(Mai, 7, 2, "Mai"), Comes(3, "Duy"));
        scenario.When(Gives("mai", 9, Noon.Milliseconds + 1)).Then(new Event.RecoveryGiven(Mai));
        scenario.When(Recovers(3, 9, 8)).Then(
            new Event.PasswordChanged(Mai), new Event.Detached(Wire(1), Known, CloseReason.EndedByOwner, Option<Timestamp>.None),
            new Event.Departed(Wire(2), Known, CloseReason.EndedByOwner, ""));
        Assert.Empty(scenario.Facts.CertificateOwners);
        Assert.Equal(Password(8), scenario.Facts.Verifiers.Find(Mai.Id));
        scenario.When(LogsIn(3, Mai, 8)).Then(new Event.LoggedIn(Guest(2, "Duy"), Mai));
        scenario.When(Recovers(3, 9, 7)).ThenRefused(new Refusal.WrongRecovery());
    }

    [Fact]
    public void Any_other_code_and_one_that_is_over_set_nothing()
    {
        var scenario = Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Comes(2, "Duy"), Gives("Mai", 9, Noon.Milliseconds));
        scenario.When(Recovers(2, 9, 8)).ThenRefused(new Refusal.WrongRecovery());
        scenario.When(Recovers(2, 1, 8)).ThenRefused(new Refusal.WrongRecovery());
    }

    [Fact]
    public void A_later_code_takes_the_place_of_an_earlier_one()
    {
        var scenario = Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Gives("Mai", 9, Noon.Milliseconds + 1), Gives("Mai", 10, Noon.Milliseconds + 1));
        scenario.When(Recovers(1, 9, 8)).ThenRefused(new Refusal.WrongRecovery());
        scenario.When(Recovers(1, 10, 8)).Then(new Event.PasswordChanged(Mai));
    }

    [Fact]
    public void Who_is_somebody_else_logs_out_first() =>
        Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Comes(2, "Duy"), Registers(2, "Duy", 7), Gives("Mai", 9, Noon.Milliseconds + 1))
            .When(Recovers(2, 9, 8)).ThenRefused(new Refusal.AlreadyLoggedIn(Account("Duy")));

    [Fact]
    public void There_is_none_for_no_account() => Given(Comes(1, "Mai")).When(Gives("Duy", 9, 1)).ThenRefused(new Refusal.NoSuchAccount(Account("Duy")));
}
