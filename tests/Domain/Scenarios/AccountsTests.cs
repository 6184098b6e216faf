using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class AccountsTests
{
    private static readonly AccountRef Mai = Member(1, "Mai");
    private static readonly Actor Guest1 = Guest(1, "Mai");
    private static readonly Actor Known = Guest1 with { Account = Mai };

    private static Request Policy(RegistrationPolicy to) => ByNobody(new Command.SetRegistration(to));

    private static Request Invites(ulong code, long until) => ByNobody(new Command.Invite(Token(code), new Timestamp(until)));

    private static Request Removes(string name) => ByNobody(new Command.RemoveAccount(Account(name)));

    [Fact]
    public void A_guest_registers_the_nickname_that_they_hold()
    {
        var scenario = Given(Comes(1, "Mai"), Joins(1, "#a")).When(Registers(1, "mai", 7))
            .Then(new Event.AccountRegistered(Member(1, "mai")), new Event.LoggedIn(Guest1, Member(1, "mai")));
        scenario.ThenEffects(new Effect.TellPeers(Guest1, [RoomNo(1)], scenario.What));
        Assert.Equal(Password(7), scenario.Facts.Verifiers.Find(new AccountId(1)));
    }

    [Fact]
    public void Nobody_registers_a_name_that_they_do_not_hold() =>
        Given(Comes(1, "Mai")).When(Registers(1, "Duy", 7)).ThenRefused(new Refusal.NotOwnNick(Account("Duy"), Nick("Mai")));

    [Fact]
    public void An_account_is_registered_once() =>
        Given(Comes(1, "Mai"), Adds("MAI", 1)).When(Registers(1, "mai", 7)).ThenRefused(new Refusal.AccountExists(Account("MAI")));

    [Fact]
    public void Who_has_an_account_registers_no_other() =>
        Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Renames(1, "Duy")).When(Registers(1, "Duy", 7)).ThenRefused(new Refusal.AlreadyLoggedIn(Account("Mai")));

    [Fact]
    public void Nobody_registers_where_it_is_closed() =>
        Given(Comes(1, "Mai"), Policy(RegistrationPolicy.Closed)).When(Registers(1, "Mai", 7)).ThenRefused(new Refusal.RegistrationClosed());

    [Fact]
    public void An_invitation_is_good_for_one_account()
    {
        var scenario = Given(Comes(1, "Mai"), Comes(2, "Duy"), Policy(RegistrationPolicy.Invite), Invites(5, Noon.Milliseconds + 1));
        scenario.When(Registers(1, "Mai", 7)).ThenRefused(new Refusal.InvitationNeeded(IsWrong: false));
        scenario.When(Registers(1, "Mai", 7, code: 6)).ThenRefused(new Refusal.InvitationNeeded(IsWrong: true));
        scenario.When(Registers(1, "Mai", 7, code: 5)).Then(new Event.AccountRegistered(Mai), new Event.LoggedIn(Guest1, Mai));
        scenario.When(Registers(2, "Duy", 7, code: 5)).ThenRefused(new Refusal.InvitationNeeded(IsWrong: true));
    }

    [Fact]
    public void An_invitation_ends() => Given(Comes(1, "Mai"), Policy(RegistrationPolicy.Invite), Invites(5, Noon.Milliseconds))
        .When(Registers(1, "Mai", 7, code: 5)).ThenRefused(new Refusal.InvitationNeeded(IsWrong: true));

    [Fact]
    public void A_registered_nickname_is_refused_to_everybody_else()
    {
        var scenario = Given(Adds("Mai", 7), Comes(2, "Duy"));
        scenario.When(Comes(1, "MAI")).ThenRefused(new Refusal.NickRegistered(Nick("MAI"), Account("Mai")));
        scenario.When(Renames(2, "Mai")).ThenRefused(new Refusal.NickRegistered(Nick("Mai"), Account("Mai")));
    }

    [Fact]
    public void Another_account_does_not_help() => Given(Adds("Mai", 7), Adds("Duy", 8), ComesAs(Member(2, "Duy"), 8, 1, "Duy"))
        .When(Renames(1, "Mai")).ThenRefused(new Refusal.NickRegistered(Nick("Mai"), Account("Mai")));

    [Fact]
    public void Its_owner_takes_it() => Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai_away"))
        .When(Renames(1, "Mai")).Then(new Event.Renamed(Guest(1, "Mai_away") with { Account = Mai }, Nick("Mai")));

    [Fact]
    public void Who_holds_it_when_the_owner_comes_is_called_otherwise()
    {
        var taken = new Event.NickReclaimed(Guest1, Nick("Guest1"), Mai);
        var scenario = Given(Comes(1, "Mai"), Joins(1, "#a"), Adds("Mai", 7)).When(ComesAs(Mai, 7, 2, "mai"))
            .Then(taken, new Event.Connected(Wire(2), Guest(2, "mai") with { Account = Mai }, "Real Name"));
        Assert.Equal(Person(1), scenario.World.Person(Nick("guest1")).Map(person => person.Id));
    }

    [Fact]
    public void It_is_so_too_when_the_owner_logs_in_later_or_comes_under_another_name()
    {
        var taken = new Event.NickReclaimed(Guest1, Nick("Guest1"), Mai);
        Given(Comes(1, "Mai"), Adds("Mai", 7), Comes(2, "Mai2")).When(LogsIn(2, Mai, 7)).Then(taken, new Event.LoggedIn(Guest(2, "Mai2"), Mai));
        Given(Comes(1, "Mai"), Adds("Mai", 7)).When(ComesAs(Mai, 7, 2, "Mai2"))
            .Then(taken, new Event.Connected(Wire(2), Guest(2, "Mai2") with { Account = Mai }, "Real Name"));
    }

    [Fact]
    public void A_name_that_somebody_took_on_purpose_is_passed_over() => Given(Comes(1, "Mai"), Comes(2, "Guest1"), Adds("Mai", 7), Adds("Guest1_1", 7))
        .When(ComesAs(Mai, 7, 3, "Mai")).Then(
            new Event.NickReclaimed(Guest1, Nick("Guest1_2"), Mai), new Event.Connected(Wire(3), Guest(3, "Mai") with { Account = Mai }, "Real Name"));

    [Fact]
    public void Several_connections_of_an_account_are_one_person()
    {
        var scenario = Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai"), Joins(1, "#a")).When(ComesAs(Mai, 7, 2, "Mai_at_work"))
            .Then(new Event.Attached(Wire(2), Known)).ThenEffects(new Effect.Admit(Wire(2), Person(1)));
        scenario.When(Quits(1)).Then(new Event.Detached(Wire(1), Known, CloseReason.Quit, Option<Timestamp>.None));
    }

    [Fact]
    public void A_guest_who_comes_back_over_their_own_connection_with_an_account_is_the_same_person()
    {
        var comes = new Command.Connect(Nick("Mai"), "user", "guest", "Real Name") { Token = Token(3), Proved = Proof(Mai, 7) };
        Given(ComesWith(3, 1, "Mai"), Adds("Mai", 7)).When(By(Wire(2), comes)).Then(
            new Event.Attached(Wire(2), Guest1), new Event.Detached(Wire(1), Guest1, CloseReason.Resumed, Option<Timestamp>.None), new Event.LoggedIn(Guest1, Mai));
    }

    [Fact]
    public void A_password_that_was_changed_meanwhile_lets_nobody_in()
    {
        var scenario = Given(Adds("Mai", 7), ByNobody(new Command.ChangePassword(Account("Mai"), Password(8))), Comes(2, "Duy"));
        scenario.When(ComesAs(Mai, 7, 1, "Mai")).ThenRefused(new Refusal.LoginStale(Account("Mai")));
        scenario.When(LogsIn(2, Mai, 7)).ThenRefused(new Refusal.LoginStale(Account("Mai")));
    }

    [Fact]
    public void Somebody_changes_their_own_password_and_no_other()
    {
        Command Change(string name) => new Command.ChangePassword(Account(name), Password(9));
        var scenario = Given(Adds("Duy", 1), Comes(1, "Mai"));
        scenario.When(By(Wire(1), Change("Duy"))).ThenRefused(new Refusal.NotLoggedIn());
        scenario.And(Registers(1, "Mai", 7)).When(By(Wire(1), Change("Duy"))).ThenRefused(new Refusal.AlreadyLoggedIn(Account("Mai")));
        scenario.When(By(Wire(1), Change("Mai"))).Then(new Event.PasswordChanged(Member(2, "Mai")));
        Assert.Equal(Password(9), scenario.Facts.Verifiers.Find(new AccountId(2)));
    }

    [Fact]
    public void Who_logs_out_is_a_guest_under_the_name_that_they_have()
    {
        var scenario = Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai")).When(By(Wire(1), new Command.LogOut())).Then(new Event.LoggedOut(Known));
        Assert.Equal(Guest1, scenario.World.Person(Nick("Mai")).Map(person => person.Who));
        scenario.When(By(Wire(1), new Command.LogOut())).ThenNothing();
    }

    [Fact]
    public void To_log_in_twice_is_no_news_and_to_another_account_makes_one_the_other()
    {
        var scenario = Given(Adds("Mai", 7), Adds("Duy", 8), ComesAs(Mai, 7, 1, "Mai"));
        scenario.When(LogsIn(1, Mai, 7)).ThenNothing();
        scenario.When(LogsIn(1, Member(2, "Duy"), 8)).Then(new Event.LoggedIn(Known, Member(2, "Duy")));
        Assert.Empty(Invariants.Broken(scenario.World));
        Assert.True(scenario.World.Member(new AccountId(1)).IsNone);
    }

    [Fact]
    public void Another_device_is_not_taken_to_another_account() => Given(Adds("Mai", 7), Adds("Duy", 8), ComesAs(Mai, 7, 1, "Mai"), ComesAs(Mai, 7, 2, "Mai"))
        .When(LogsIn(1, Member(2, "Duy"), 8)).ThenRefused(new Refusal.AlreadyLoggedIn(Account("Mai")));

    private static Request RegistersEarly(string name, ulong code = 0) =>
        ByNobody(new Command.Register(Account(name), Password(7), code == 0 ? Option<TokenHash>.None : Token(code)));

    [Fact]
    public void Who_is_not_let_in_yet_registers_a_free_nickname()
    {
        var scenario = Given(Comes(1, "Duy"));
        scenario.When(RegistersEarly("duy")).ThenRefused(new Refusal.NickTaken(Nick("Duy"), Nick("Duy"), Noon));
        scenario.When(RegistersEarly("Mai")).Then(new Event.AccountRegistered(Mai));
        scenario.When(RegistersEarly("mai")).ThenRefused(new Refusal.AccountExists(Account("Mai")));
    }

    [Theory]
    [InlineData(RegistrationPolicy.Invite, false)]
    [InlineData(RegistrationPolicy.Approval, false)]
    [InlineData(RegistrationPolicy.Open, true)]
    public void Who_is_not_let_in_yet_needs_an_invitation_where_others_decide(RegistrationPolicy policy, bool isAlarmed)
    {
        var scenario = Given(Policy(policy), ByNobody(new Command.SetAlarm(isAlarmed, "")), Invites(5, Noon.Milliseconds + 1));
        scenario.When(RegistersEarly("Mai")).ThenRefused(new Refusal.InvitationNeeded(IsWrong: false));
        scenario.When(RegistersEarly("Mai", code: 5)).Then(new Event.AccountRegistered(Mai));
        scenario.When(RegistersEarly("Duy", code: 5)).ThenRefused(new Refusal.InvitationNeeded(IsWrong: true));
    }

    [Fact]
    public void Nobody_registers_early_where_it_is_closed_or_somebody_waits_for_the_name()
    {
        Given(Policy(RegistrationPolicy.Closed)).When(RegistersEarly("Mai")).ThenRefused(new Refusal.RegistrationClosed());
        Given(Policy(RegistrationPolicy.Approval), Comes(1, "Mai"), Registers(1, "Mai", 7), Renames(1, "Duy"))
            .When(RegistersEarly("Mai")).ThenRefused(new Refusal.AccountAwaited(Account("Mai")));
    }

    [Fact]
    public void A_removed_account_leaves_a_guest_and_its_name_but_never_its_number()
    {
        var scenario = Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai")).When(Removes("mai")).Then(new Event.LoggedOut(Known), new Event.AccountRemoved(Mai));
        Assert.True(scenario.Facts.Verifiers.IsEmpty);
        scenario.When(Registers(1, "Mai", 7)).Then(new Event.AccountRegistered(Member(2, "Mai")), new Event.LoggedIn(Guest1, Member(2, "Mai")));
        scenario.When(Removes("nobody")).ThenRefused(new Refusal.NoSuchAccount(Account("nobody")));
    }

    [Fact]
    public void Private_words_belong_to_the_account() => Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai"), Comes(2, "Duy")).When(Says(2, "Mai"))
        .Then(Hello(Guest(2, "Duy"), new Conversation.Between(new Party.Guest(Person(2)), new Party.Member(new AccountId(1)), Known)));
}
