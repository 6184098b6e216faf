using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Who is ended by an operator, and who is kept out: by account, mask and range, until when.</summary>
public sealed class ServerBanTests
{
    private static readonly AccountRef Mai = Member(1, "Mai");

    private static BanTarget.OfMask Masked(string mask) => new(Mask(mask));

    private static Command.Ban Bans(BanTarget of, int? seconds = null) => new(of, seconds is { } some ? some : Option<int>.None, "why");

    private static Event.BanSet Set(BanTarget of, int hits, Option<Timestamp> until = default) => new(Option<Actor>.None, of, until, hits, "why");

    private static Event.Departed Goes(long wire, Actor who) => new(Wire(wire), who, CloseReason.Banned, "why");

    private static ServerBan Kept(BanTarget of, long at) => new(of, Option<Actor>.None, Noon, Option<Timestamp>.None, new Words("why", new Sequence(at)));

    [Fact]
    public void Who_is_killed_goes_with_all_connections_and_no_token_brings_them_back()
    {
        var scenario = Given(ComesWith(5, 1, "Duy"), Joins(1, "#a"), Comes(2, "Anh"));
        scenario.When(ByNobody(new Command.Kill(Nick("duy"), "spam"))).Then(
            new Event.Killed(Option<Actor>.None, Guest(1, "Duy"), "spam"), new Event.Departed(Wire(1), Guest(1, "Duy"), CloseReason.Killed, "spam"));
        Assert.False(scenario.Facts.CanComeBack(Person(1)));
        scenario.When(ByNobody(new Command.Kill(Nick("duy"), "spam"))).ThenRefused(new Refusal.NoSuchPerson(Nick("duy")));
        scenario.When(ComesWith(5, 3, "Duy")).Then(new Event.Connected(Wire(3), Guest(3, "Duy"), "Real Name"));
    }

    [Fact]
    public void Every_connection_of_who_is_killed_ends()
    {
        var mai = Guest(1, "Mai") with { Account = Mai };
        Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai"), ComesAs(Mai, 7, 2, "Mai")).When(ByNobody(new Command.Kill(Nick("Mai"), ""))).Then(
            new Event.Killed(Option<Actor>.None, mai, ""),
            new Event.Detached(Wire(1), mai, CloseReason.Killed, Option<Timestamp>.None), new Event.Departed(Wire(2), mai, CloseReason.Killed, ""));
    }

    [Fact]
    public void Who_is_meant_goes_at_once_and_does_not_come_back()
    {
        var scenario = Given(Comes(1, "Duy"), Comes(2, "Anh")).When(ByNobody(Bans(Masked("D*"))));
        scenario.Then(Set(Masked("D*"), 1), Goes(1, Guest(1, "Duy")));
        scenario.When(Comes(3, "Dora")).ThenRefused(new Refusal.ServerBanned(Kept(Masked("D*"), 3)));
        scenario.When(Renames(2, "Dora")).ThenRefused(new Refusal.NickBanned(Nick("Dora"), Kept(Masked("D*"), 3)));
        scenario.And(ByNobody(new Command.Unban(Masked("d*!*@*")))).When(Comes(3, "Dora")).Then(new Event.Connected(Wire(3), Guest(3, "Dora"), "Real Name"));
        scenario.When(ByNobody(new Command.Unban(Masked("D*")))).ThenRefused(new Refusal.NoSuchBan());
    }

    [Fact]
    public void An_account_that_is_banned_goes_and_can_not_be_logged_in_to()
    {
        var (of, mai) = (new BanTarget.OfAccount(Mai), Guest(1, "Mai") with { Account = Mai });
        var scenario = Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai"), Comes(2, "Anh")).When(ByNobody(Bans(of))).Then(Set(of, 1), Goes(1, mai));
        scenario.When(ComesAs(Mai, 7, 1, "Other")).ThenRefused(new Refusal.ServerBanned(Kept(of, 4)));
        scenario.When(LogsIn(2, Mai, 7)).ThenRefused(new Refusal.ServerBanned(Kept(of, 4)));
    }

    [Fact]
    public void Of_a_range_those_go_whose_connections_lie_in_it_and_those_whose_cloaks_say_so()
    {
        var (key, address) = (new CloakKey(5, 6), new NetworkAddress(0xFFFF_CB00_7107));
        var of = new BanTarget.OfRange(AddressRange.Of(address, 96 + 24));
        Request From(long wire, string nick) => new(new Origin(Wire(wire), address, null), Noon, new Command.Connect(Nick(nick), "user", "guest", "Real Name"));
        var scenario = Given(ByNobody(new Command.StartServer(1, false) { CloakKey = key }), From(1, "Duy"), Comes(2, "Anh"), Comes(3, "Mai"));
        var duy = Guest(1, "Duy") with { Host = Cloak.Of(address, key) };
        scenario.When(ByNobody(Bans(of) with { Known = [Wire(3)] })).Then(Set(of, 2), Goes(1, duy), Goes(3, Guest(3, "Mai")));
        scenario.ThenEffects([scenario.Effects[0], .. scenario.Effects.Skip(1)]);
        Assert.Equal(new Effect.Expel(of, new Ending(CloseReason.Banned, "why")), scenario.Effects[0]);
        scenario.When(From(1, "Duy")).ThenRefused(new Refusal.ServerBanned(Kept(of, 5)));
    }

    [Fact]
    public void A_ban_that_hits_very_many_ends_as_many_as_a_turn_clears_and_the_rest_by_their_servers()
    {
        const int All = RuleLimits.ClearedAtOnce + 3;
        var scenario = Given([.. Enumerable.Range(1, All).Select(one => Comes(one, $"Duy{one}"))]).When(ByNobody(Bans(Masked("D*"))));
        Assert.Equal(3, scenario.World.People.Count);
        Assert.Equal(new Effect.Expel(Masked("D*"), new Ending(CloseReason.Banned, "why")), scenario.Effects[0]);
        scenario.When(By(Wire(All), new Command.Quit(new Ending(CloseReason.Banned, "why")))).Then(
            new Event.Departed(Wire(All), Guest(All, $"Duy{All}"), CloseReason.Banned, "why"));
    }

    [Fact]
    public void A_ban_ends_by_itself()
    {
        var later = new Timestamp(Noon.Milliseconds + 60_000);
        var scenario = Given(ByNobody(Bans(Masked("D*"), seconds: 60)));
        Assert.Equal(later, scenario.World.NextDue);
        scenario.When(new Request(Origin.Nobody, new Timestamp(later.Milliseconds - 1), new Command.Expire())).ThenNothing();
        scenario.When(new Request(Origin.Nobody, later, new Command.Expire())).Then(new Event.BanEnded(Masked("D*")));
        scenario.When(Comes(1, "Duy")).Then(new Event.Connected(Wire(1), Guest(1, "Duy"), "Real Name"));
    }

    [Fact]
    public void A_ban_of_everybody_never_hits_who_sets_it()
    {
        var scenario = Given(Adds("Mai", 7), Comes(1, "Boss"), Comes(2, "Anh"))
            .And(ByNobody(new Command.ChangePowers(Account("Mai"), Powers.Ban, true)), By(Wire(1), new Command.Oper(Proof(Mai, 7))));
        scenario.When(By(Wire(1), Bans(Masked("*")))).Then(Set(Masked("*"), 1) with { By = Guest(1, "Boss") }, Goes(2, Guest(2, "Anh")));
        scenario.When(By(Wire(1), new Command.Kill(Nick("Boss"), ""))).ThenRefused(new Refusal.NoPower(Powers.Kill, IsOnDuty: true));
        // And who logs in as an operator comes in all the same, to lift it.
        scenario.When(ComesAs(Mai, 7, 3, "Mai")).Then(new Event.Connected(Wire(3), Guest(3, "Mai") with { Account = Mai }, "Real Name"));
    }

    [Theory]
    [InlineData("Duy!user@home.street.town.ip")]
    [InlineData("duy")]
    [InlineData("*!user@*")]
    [InlineData("*!*@home.street.town.ip")]
    [InlineData("*!*@*.street.town.ip")]
    [InlineData("*!user@*.town.ip")]
    [InlineData("Duy!*@*.ip")]
    [InlineData("*")]
    [InlineData("D?y")]
    [InlineData("*!u*@*")]
    [InlineData("*!*@*street*")]
    public void A_mask_is_found_in_whatever_form_it_is(string mask)
    {
        var bans = Enumerable.Range(0, 50).Aggregate(ServerBans.None, (all, i) => all.With(Kept(Masked($"x{i}"), 1)).With(Kept(Masked($"y{i}*"), 1)));
        Assert.True(bans.Of(Nick("Duy"), "user", "home.street.town.ip").IsNone);
        Assert.Equal(Kept(Masked(mask), 2), bans.With(Kept(Masked(mask), 2)).Of(Nick("DUY"), "USER", "home.street.town.ip"));
        Assert.Equal(bans, bans.With(Kept(Masked(mask), 2)).Without(Masked(mask)));
    }
}
