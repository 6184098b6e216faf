using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Whom somebody does not wish to hear in private.</summary>
public sealed class SilenceTests
{
    private static readonly AccountRef DuyA = Member(1, "Duy");

    /// <summary>Mai and Tuan are guests, Duy has an account.</summary>
    private static Scenario Three => Given(Adds("Duy", 7), Comes(1, "Mai"), ComesAs(DuyA, 7, 2, "Duy"), Comes(3, "Tuan"), Joins(2, "#a"), Joins(3, "#a"));

    private static Request Silences(string mask, bool isOn = true) => By(Wire(1), new Command.Silence(Mask(mask), isOn));

    private static Request ShutsOut(bool isOn) => By(Wire(1), new Command.ShutOutGuests(isOn));

    [Fact]
    public void Whom_somebody_silences_is_told_and_others_are_heard()
    {
        var scenario = Three.When(Silences("Tuan")).Then(new Event.SilenceSet(Guest(1, "Mai"), Mask("Tuan"), true));
        scenario.ThenEffects(new Effect.Tell(Person(1), scenario.What)).When(Silences("tuan")).ThenNothing();
        scenario.When(Says(3, "Mai")).ThenRefused(new Refusal.NotHeard(Nick("Mai")))
            .When(Signals(3, "Mai")).ThenRefused(new Refusal.NotHeard(Nick("Mai")))
            .When(By(Wire(3), new Command.InviteTo(Room("#a"), Nick("Mai")))).ThenRefused(new Refusal.NotHeard(Nick("Mai")));
        scenario.And(Says(2, "Mai"), Silences("Tuan", false), Says(3, "Mai"));
    }

    [Fact]
    public void An_account_is_silenced_whatever_it_is_called() => Three.And(Silences("a:duy"), Renames(2, "Anh"))
        .When(Says(2, "Mai")).ThenRefused(new Refusal.NotHeard(Nick("Mai"))).And(Says(3, "Mai"));

    [Fact]
    public void Guests_are_shut_out_and_accounts_are_not() => Three.And(ShutsOut(true))
        .When(Says(3, "Mai")).ThenRefused(new Refusal.ShutsOutGuests(Nick("Mai")))
        .And(Says(2, "Mai"), Says(1, "Mai"), ShutsOut(false), Says(3, "Mai"));

    [Fact]
    public void Nobody_silences_more_than_so_many() => Three.And([.. Enumerable.Range(1, RuleLimits.SilencesOfPerson).Select(n => Silences($"x{n}"))])
        .When(Silences("one-more")).ThenRefused(new Refusal.SilencesFull(Mask("one-more"), RuleLimits.SilencesOfPerson));

    [Fact]
    public void A_mute_of_an_account_holds_when_they_log_in_and_ends_when_they_log_out()
    {
        var scenario = Given(Adds("Duy", 7), Comes(1, "Mai"), Comes(2, "Anh"), Joins(1, "#a"), Joins(2, "#a"), By(Wire(1), new Command.SetMask(Room("#a"), MaskList.Mute, Mask("a:duy"), Option<int>.None, "")));
        scenario.And(Says(2, "#a"), LogsIn(2, DuyA, 7)).When(Says(2, "#a")).ThenRefused(new Refusal.Silenced(Room("#a"))).And(By(Wire(2), new Command.LogOut()), Says(2, "#a"));
    }

    [Fact]
    public void Only_accounts_come_into_a_room_for_accounts() => Three.And(Joins(1, "#b"), By(Wire(1), new Command.SetMode(Room("#b"), RoomMode.MembersOnly, 1)), Joins(2, "#b"))
        .When(Joins(3, "#b")).ThenRefused(new Refusal.AccountNeeded(Room("#b")));
}
