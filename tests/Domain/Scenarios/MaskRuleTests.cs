using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class MaskRuleTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Refusal Silenced = new Refusal.Silenced(Room("#a"));
    private static readonly Refusal Banned = new Refusal.Banned(Room("#a"));

    /// <summary>Tuan opened the room, Duy is in it, Mai is not.</summary>
    private static Scenario Room1 => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Comes(3, "Mai"), Joins(1, "#a"), Joins(2, "#a"));

    [Fact]
    public void Whom_a_ban_means_stays_outside_and_whom_it_finds_inside_is_silent()
    {
        var scenario = Room1.When(Sets(MaskList.Ban, "D*")).Then(new Event.MaskSet(Tuan, RoomNo(1), Room("#a"), MaskList.Ban, Mask("D*"), Option<Timestamp>.None, "why"));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
        scenario.When(Says(2, "#a")).ThenRefused(Silenced).When(Signals(2, "#a")).ThenRefused(Silenced)
            .And(Joins(3, "#a"), Leaves(2, "#a")).When(Joins(2, "#a")).ThenRefused(Banned)
            .And(Lifts(MaskList.Ban, "d*!*@*"), Joins(2, "#a"), Says(2, "#a"));
    }

    [Fact]
    public void Who_has_a_right_speaks_whatever_is_banned() => Room1.And(Sets(MaskList.Ban, "*"), Gives("Duy", Rights.Voice), Says(2, "#a"), Says(1, "#a"))
        .And(Gives("Duy", Rights.Voice, false)).When(Says(2, "#a")).ThenRefused(Silenced);

    [Fact]
    public void An_exception_is_stronger() => Room1.And(Sets(MaskList.Ban, "*"), Sets(MaskList.Exception, "Duy"), Says(2, "#a"))
        .When(Joins(3, "#a")).ThenRefused(Banned)
        .And(Sets(MaskList.Exception, "Mai"), Joins(3, "#a"), Says(3, "#a"))
        .And(Lifts(MaskList.Exception, "Mai")).When(Says(3, "#a")).ThenRefused(Silenced);

    [Fact]
    public void Who_is_muted_comes_in_and_is_silent() => Room1.And(Sets(MaskList.Mute, "Mai"), Joins(3, "#a")).When(Says(3, "#a")).ThenRefused(Silenced);

    [Fact]
    public void Who_is_muted_says_nothing_by_a_topic_or_by_leaving() => Room1.And(Sets(MaskList.Mute, "Duy"))
        .When(SetsTopic(2, "#a", "loud")).ThenRefused(Silenced)
        .When(Leaves(2, "#a")).Then(new Event.Left(Guest(2, "Duy"), RoomNo(1), Room("#a"), ""));

    [Fact]
    public void An_exception_from_mutes_is_none_from_bans() => Room1.And(Sets(MaskList.Mute, "*"), Sets(MaskList.MuteException, "Duy"), Says(2, "#a"))
        .And(Sets(MaskList.Ban, "Duy")).When(Says(2, "#a")).ThenRefused(Silenced);

    [Fact]
    public void A_ban_follows_the_name_that_somebody_has() => Room1.And(Sets(MaskList.Mute, "Mai"), Says(2, "#a"), Quits(3), Renames(2, "Mai"))
        .When(Says(2, "#a")).ThenRefused(Silenced).And(Renames(2, "Duy"), Says(2, "#a"));

    [Fact]
    public void A_list_of_the_invited_opens_a_closed_room() => Room1.And(Sets(MaskList.Invitation, "M?i"), By(Wire(1), new Command.SetMode(Room("#a"), RoomMode.InviteOnly, 1)))
        .And(Joins(3, "#a"));

    [Fact]
    public void An_invitation_is_stronger_than_a_ban() => Room1.And(Sets(MaskList.Ban, "Mai"), By(Wire(1), new Command.InviteTo(Room("#a"), Nick("Mai"))), Joins(3, "#a"))
        .When(Says(3, "#a")).ThenRefused(Silenced);

    [Fact]
    public void The_banned_do_not_knock() => Room1.And(Sets(MaskList.Ban, "Mai"), By(Wire(1), new Command.SetMode(Room("#a"), RoomMode.InviteOnly, 1)))
        .When(By(Wire(3), new Command.Knock(Room("#a"), ""))).ThenRefused(Banned);

    [Fact]
    public void Strangers_are_asked_too_where_they_may_speak() => Room1.And(Sets(MaskList.Mute, "Mai"), By(Wire(1), new Command.SetMode(Room("#a"), RoomMode.HearsOutside, 1)))
        .When(Says(3, "#a")).ThenRefused(Silenced);

    [Fact]
    public void A_ban_with_an_end_ends_then_and_whenever_it_is_replayed()
    {
        var scenario = Room1.And(Sets(MaskList.Ban, "Duy", 60));
        Assert.Equal(Noon.Milliseconds + 60_000, scenario.World.NextDue.Map(due => due.Milliseconds).IfNone(0));
        scenario.When(Expires(59_999)).ThenNothing();
        scenario.When(Expires(60_000)).Then(new Event.MaskEnded(RoomNo(1), Room("#a"), MaskList.Ban, Mask("Duy")));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What)).And(Says(2, "#a"));
        Assert.True(scenario.World.NextDue.IsNone && scenario.World.Rooms[RoomNo(1)].Masks.IsEmpty);
    }

    [Fact]
    public void What_is_set_again_has_its_new_end() => Room1.And(Sets(MaskList.Ban, "Duy", 60), Sets(MaskList.Ban, "duy"))
        .When(Expires(60_000)).ThenNothing().When(Says(2, "#a")).ThenRefused(Silenced)
        .When(Sets(MaskList.Ban, "DUY")).ThenNothing();

    [Fact]
    public void A_room_that_ends_takes_its_bans_along() => Room1.And(Sets(MaskList.Ban, "Mai", 60), Leaves(1, "#a"), Leaves(2, "#a"))
        .When(Expires(60_000)).ThenNothing().And(Joins(3, "#a"));

    [Fact]
    public void Only_operators_of_a_room_ban() => Room1
        .When(By(Wire(2), new Command.SetMask(Room("#a"), MaskList.Ban, Mask("x"), Option<int>.None, ""))).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(By(Wire(3), new Command.SetMask(Room("#a"), MaskList.Ban, Mask("x"), Option<int>.None, ""))).ThenRefused(new Refusal.NotInRoom(Room("#a")))
        .When(By(Wire(2), new Command.LiftMask(Room("#a"), MaskList.Ban, Mask("x")))).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(Lifts(MaskList.Ban, "x")).ThenRefused(new Refusal.NotOnList(Room("#a"), MaskList.Ban, Mask("x")));

    [Fact]
    public void Who_was_banned_by_name_is_let_in_by_name_whatever_the_mask()
    {
        var elsewhere = By(Wire(1), new Command.SetMask(Room("#a"), MaskList.Ban, Mask("*!*@far.example"), Option<int>.None, "") { For = Nick("Zoe") });
        var here = By(Wire(1), new Command.SetMask(Room("#a"), MaskList.Ban, Mask("*!*@guest"), Option<int>.None, "") { For = Nick("Duy") });
        Room1.And(elsewhere, here, Sets(MaskList.Mute, "*!*@guest"), Sets(MaskList.Ban, "*!*@*"))
            .When(Lifts(MaskList.Ban, "zoe")).Then(new Event.MaskLifted(Tuan, RoomNo(1), Room("#a"), MaskList.Ban, Mask("*!*@far.example")))
            .When(Lifts(MaskList.Ban, "Mai")).Then(new Event.MaskLifted(Tuan, RoomNo(1), Room("#a"), MaskList.Ban, Mask("*!*@guest")))
            .When(Lifts(MaskList.Ban, "Duy")).ThenRefused(new Refusal.NotOnList(Room("#a"), MaskList.Ban, Mask("Duy")))
            .When(Lifts(MaskList.Ban, "*!*@*")).Then(new Event.MaskLifted(Tuan, RoomNo(1), Room("#a"), MaskList.Ban, Mask("*!*@*")));
    }

    [Fact]
    public void The_lists_of_a_room_have_an_end()
    {
        var scenario = Room1.And([.. Enumerable.Range(0, RuleLimits.MasksOfRoom).Select(i => Sets((MaskList)((i % 4) + 1), $"x{i}"))]);
        scenario.When(Sets(MaskList.Ban, "y")).ThenRefused(new Refusal.ListsFull(Room("#a"), Mask("y"), RuleLimits.MasksOfRoom))
            .And(Sets(MaskList.Ban, "x0", 5), Lifts(MaskList.Exception, "x1"), Sets(MaskList.Ban, "y"));
    }

    [Fact]
    public void Who_comes_from_an_address_is_shown_by_its_cloak_once_there_is_a_key()
    {
        var scenario = Given(ByNobody(new Command.StartServer(1, false) { CloakKey = new CloakKey(1, 2) }), ByNobody(new Command.StartServer(1, false) { CloakKey = new CloakKey(3, 4) }));
        Assert.Equal(new CloakKey(1, 2), scenario.Facts.CloakKey);
        var address = new NetworkAddress(0xFFFF_CB00_7107);
        scenario.And(Comes(1, "Tuan") with { Origin = new Origin(Wire(1), address, null) }, Comes(2, "Duy"));
        Assert.Equal(Cloak.Of(address, new CloakKey(1, 2)), scenario.World.People[Person(1)].Who.Host);
        Assert.Equal("guest", scenario.World.People[Person(2)].Who.Host);
    }

    private static Request Sets(MaskList list, string mask, int? seconds = null) =>
        By(Wire(1), new Command.SetMask(Room("#a"), list, Mask(mask), seconds is { } some ? some : Option<int>.None, "why"));

    private static Request Lifts(MaskList list, string mask) => By(Wire(1), new Command.LiftMask(Room("#a"), list, Mask(mask)));

    private static Request Expires(long later) => ByNobody(new Command.Expire()) with { At = new Timestamp(Noon.Milliseconds + later) };

    private static Request Gives(string nick, Rights right, bool isGiven = true) => By(Wire(1), new Command.ChangeRight(Room("#a"), Nick(nick), right, isGiven));
}
