using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Who is an operator of the server, with which rights, and who acts as one.</summary>
public sealed class OperatorsTests
{
    private static readonly AccountRef Mai = Member(1, "Mai");
    private static readonly AccountRef Duy = Member(2, "Duy");

    private static Request Opers(long wire, AccountRef account, ulong password) => By(Wire(wire), new Command.Oper(Proof(account, password)));

    private static Command.ChangePowers Grant(string account, Powers powers) => new(Account(account), powers, IsGiven: true);

    private static Command.ChangePowers Revoke(string account, Powers powers) => new(Account(account), powers, IsGiven: false);

    [Fact]
    public void An_operator_is_on_duty_with_the_password_of_the_account_no_matter_who_they_are()
    {
        var scenario = Given(Adds("Mai", 7), Comes(1, "Guest")).And(ByNobody(Grant("Mai", Powers.Kill)));
        scenario.When(Opers(1, Mai, 7)).Then(new Event.WentOnDuty(Guest(1, "Guest"), Mai)).ThenEffects();
        Assert.Equal(Powers.Kill, scenario.World.PowersOf(scenario.World.People[Person(1)]));
        scenario.When(Opers(1, Mai, 7)).ThenNothing();
        scenario.When(By(Wire(1), new Command.Deoper())).Then(new Event.WentOffDuty(Guest(1, "Guest")));
        scenario.When(By(Wire(1), new Command.Deoper())).ThenNothing();
    }

    [Fact]
    public void Who_proves_an_account_that_is_no_operator_is_none() =>
        Given(Adds("Mai", 7), Comes(1, "Guest")).When(Opers(1, Mai, 7)).ThenRefused(new Refusal.NoOperator(Account("Mai")));

    [Fact]
    public void A_password_that_was_changed_makes_no_operator() => Given(Adds("Mai", 7), Comes(1, "Guest"))
        .And(ByNobody(Grant("Mai", Powers.All))).When(Opers(1, Mai, 8)).ThenRefused(new Refusal.LoginStale(Account("Mai")));

    [Fact]
    public void Operators_make_operators_if_they_may()
    {
        var scenario = Given(Adds("Mai", 7), Adds("Duy", 8), Comes(1, "Guest")).And(ByNobody(Grant("Mai", Powers.Kill)), Opers(1, Mai, 7));
        scenario.When(By(Wire(1), Grant("Duy", Powers.Ban))).ThenRefused(new Refusal.NoPower(Powers.Grant, IsOnDuty: true));
        scenario.And(ByNobody(Grant("Mai", Powers.Grant)));
        scenario.When(By(Wire(1), Grant("Duy", Powers.Ban))).Then(new Event.OperatorSet(Guest(1, "Guest"), Duy, Powers.Ban));
        scenario.When(By(Wire(1), Grant("Duy", Powers.Kill))).Then(new Event.OperatorSet(Guest(1, "Guest"), Duy, Powers.Ban | Powers.Kill));
        scenario.When(By(Wire(1), Revoke("Duy", Powers.Ban))).Then(new Event.OperatorSet(Guest(1, "Guest"), Duy, Powers.Kill));
        scenario.When(By(Wire(1), Revoke("Duy", Powers.Ban))).ThenNothing();
        scenario.When(By(Wire(1), Grant("Anh", Powers.Ban))).ThenRefused(new Refusal.NoSuchAccount(Account("Anh")));
    }

    [Fact]
    public void Who_is_logged_in_and_not_on_duty_may_nothing() => Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai")).And(ByNobody(Grant("Mai", Powers.All)))
        .When(By(Wire(1), Grant("Mai", Powers.All))).ThenRefused(new Refusal.NoPower(Powers.Grant, IsOnDuty: false));

    [Fact]
    public void Whose_account_is_no_operator_any_more_is_off_duty()
    {
        var scenario = Given(Adds("Mai", 7), Adds("Duy", 8), Comes(1, "Guest")).And(ByNobody(Grant("Mai", Powers.All)), ByNobody(Grant("Duy", Powers.Kill)), Opers(1, Duy, 8));
        scenario.When(ByNobody(Revoke("Duy", Powers.All)))
            .Then(new Event.OperatorSet(Option<Actor>.None, Duy, Powers.None), new Event.WentOffDuty(Guest(1, "Guest")));
    }

    [Fact]
    public void The_last_who_can_make_operators_stays_unless_the_shell_insists()
    {
        var scenario = Given(Adds("Mai", 7), Adds("Duy", 8)).And(ByNobody(Grant("Mai", Powers.All)), ByNobody(Grant("Duy", Powers.Kill)));
        scenario.When(ByNobody(Revoke("Mai", Powers.Grant))).ThenRefused(new Refusal.LastOperator(Account("Mai")));
        scenario.When(ByNobody(new Command.RemoveAccount(Account("Mai")))).ThenRefused(new Refusal.LastOperator(Account("Mai")));
        scenario.When(ByNobody(Revoke("Mai", Powers.Kill))).Then(new Event.OperatorSet(Option<Actor>.None, Mai, Powers.All & ~Powers.Kill));
        scenario.When(ByNobody(new Command.RemoveAccount(Account("Mai")) { IsForced = true }))
            .Then(new Event.OperatorSet(Option<Actor>.None, Mai, Powers.None), new Event.AccountRemoved(Mai));
    }

    [Fact]
    public void Who_knows_the_code_is_the_first_operator_and_nobody_is_after_them()
    {
        var scenario = Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai"), Comes(2, "Duy")).And(ByNobody(new Command.OfferClaim(Token(5))));
        scenario.When(By(Wire(2), new Command.Claim(Token(5)))).ThenRefused(new Refusal.NotLoggedIn());
        scenario.When(By(Wire(1), new Command.Claim(Token(6)))).ThenRefused(new Refusal.WrongClaim());
        var mai = Guest(1, "Mai") with { Account = Mai };
        scenario.When(By(Wire(1), new Command.Claim(Token(5)))).Then(new Event.OperatorSet(mai, Mai, Powers.All), new Event.WentOnDuty(mai, Mai));
        Assert.True(scenario.Facts.ClaimCode.IsNone);
        scenario.When(By(Wire(1), new Command.Claim(Token(5)))).ThenRefused(new Refusal.WrongClaim());
        scenario.When(ByNobody(new Command.OfferClaim(Token(7)))).ThenNothing();
        Assert.True(scenario.Facts.ClaimCode.IsNone);
    }

    [Fact]
    public void Of_several_servers_the_first_offers_a_code_and_one_that_is_alone_a_new_one()
    {
        var scenario = Given(ByNobody(new Command.OfferClaim(Token(5)))).When(ByNobody(new Command.OfferClaim(Token(6))));
        Assert.Equal(Token(5), scenario.Facts.ClaimCode);
        scenario.And(Ends(2)).When(ByNobody(new Command.OfferClaim(Token(6))));
        Assert.Equal(Token(6), scenario.Facts.ClaimCode);
    }

    [Fact]
    public void A_code_is_worth_nothing_once_the_shell_made_an_operator()
    {
        var scenario = Given(ByNobody(new Command.OfferClaim(Token(5)))).And(ByNobody(new Command.AddAccount(Account("Mai"), Password(7)) { Powers = Powers.All }));
        Assert.True(scenario.Facts.ClaimCode.IsNone);
        scenario.And(ComesAs(Mai, 7, 1, "Mai")).When(By(Wire(1), new Command.Claim(Token(5)))).ThenRefused(new Refusal.WrongClaim());
    }
}
