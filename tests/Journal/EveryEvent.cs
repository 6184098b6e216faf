using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>Events of every case that is kept, with ordinary and with awkward contents.</summary>
internal static class EveryEvent
{
    private static readonly Conversation.InRoom Place = new(Lobby, Room("#café"), Audience.Operators);
    private static readonly Domain.Events.Attribute Reaction = new("+draft/react", "👍");

    private static readonly Actor Bot = new(new PersonId(9), Nick("bot"), "b", "", new AccountRef(new AccountId(long.MaxValue), Account("Bot")), true);

    private static readonly AccountRef Mine = new(new AccountId(9), Account("Tuan"));

    public static IReadOnlyList<Event> Kept { get; } =
    [
        new Event.ServerStarted(new ServerId(int.MaxValue), 7),
        new Event.ServerEnded(new ServerId(1)),
        new Event.ServerCleared(new ServerId(1)),
        new Event.LevelRaised(2),
        new Event.LimitsChanged(new RuleLimits(1, 2, 3, 4, 5, 6)),
        new Event.Connected(Connection(1), Tuan, "Tuần \"the\" <first> \\ \u0001"),
        new Event.Connected(Connection(long.MaxValue), Mai, ""),
        new Event.Connected(Connection(3), Bot, "a bot"),
        new Event.Attached(Connection(2), Mai),
        new Event.Detached(Connection(2), Mai, CloseReason.ServerEnded, new Timestamp(long.MaxValue)),
        .. Enum.GetValues<CloseReason>().Select(why => new Event.Detached(Connection(2), Mai, why, Option<Timestamp>.None)),
        new Event.Joined(Mai, Lobby, Room("#Lobby"), Rights.Operator | Rights.Voice),
        new Event.Joined(Mai, Lobby, Room("#Lobby"), Rights.Founder | Rights.HalfOperator),
        new Event.Joined(Tuan, new RoomId(long.MaxValue), Room("#日本"), Rights.None),
        new Event.TopicSet(Tuan, Lobby, Room("#Lobby"), "mind the \"gap\""),
        new Event.TopicSet(Tuan, Lobby, Room("#Lobby"), ""),
        .. Enum.GetValues<RoomMode>().Select(mode => new Event.ModeSet(Tuan, Lobby, Room("#Lobby"), mode, int.MaxValue)),
        new Event.ModeSet(Tuan, Lobby, Room("#Lobby"), RoomMode.Moderated, 0),
        new Event.RightChanged(Tuan, Lobby, Room("#Lobby"), Mai, Rights.Operator, true),
        new Event.RightChanged(Mai, Lobby, Room("#Lobby"), Bot, Rights.Voice, false),
        new Event.KeySet(Tuan, Lobby, Room("#Lobby"), "chìa\"khóa"),
        new Event.KeySet(Tuan, Lobby, Room("#Lobby"), ""),
        .. Enum.GetValues<MaskList>().Select(list => new Event.MaskSet(Tuan, Lobby, Room("#Lobby"), list, Sample.Mask("*!*@*.ip"), Option<Timestamp>.None, "")),
        new Event.MaskSet(Tuan, Lobby, Room("#Lobby"), MaskList.Ban, Sample.Mask("Mai\\\"|!*@*"), new Timestamp(long.MaxValue), "too \"loud\""),
        new Event.MaskLifted(Tuan, Lobby, Room("#Lobby"), MaskList.Mute, Sample.Mask("mai")),
        new Event.MaskEnded(Lobby, Room("#Lobby"), MaskList.Ban, Sample.Mask("mai")),
        new Event.Kicked(Tuan, Lobby, Room("#Lobby"), Mai, "enough"),
        new Event.Kicked(Tuan, Lobby, Room("#Lobby"), Bot, ""),
        new Event.Invited(Tuan, Lobby, Room("#Lobby"), Mai, true),
        new Event.Invited(Mai, Lobby, Room("#Lobby"), Bot, false),
        new Event.Knocked(Mai, Lobby, Room("#Lobby"), "may I?"),
        new Event.RightsFollowed(Bot, Lobby, Room("#Lobby"), Rights.Founder | Rights.Operator | Rights.Voice, true),
        new Event.RightsFollowed(Mai, Lobby, Room("#Lobby"), Rights.HalfOperator, false),
        new Event.HolderRemoved(Tuan, Lobby, Room("#Lobby"), Mine, Rights.Founder),
        new Event.RoomPassedOn(Lobby, Room("#Lobby"), Mine, Option<AccountRef>.None),
        new Event.RoomPassedOn(Lobby, Room("#Lobby"), Mine, new AccountRef(new AccountId(long.MaxValue), Account("Bot"))),
        new Event.RoomDropped(Bot, Lobby, Room("#Lobby"), "moved to \"#b\""),
        new Event.RoomDropped(Tuan, Lobby, Room("#Lobby"), ""),
        new Event.RoomRenamed(Tuan, Lobby, Room("#Lobby"), Room("#日本"), "\"why\""),
        new Event.RoomRenamed(Bot, Lobby, Room("#Lobby"), Room("#lobby"), ""),
        new Event.GuestsShutOut(Tuan, true),
        new Event.GuestsShutOut(Mai, false),
        new Event.SilenceSet(Tuan, Sample.Mask("a:Mai\\_N"), true),
        new Event.SilenceSet(Mai, Sample.Mask("*!*@*"), false),
        new Event.Renamed(Tuan, Nick("Tuan`[]\\^{}|_2")),
        new Event.AwaySet(Tuan, true, "out for \"phở\" 🍜"),
        new Event.AwaySet(Tuan, true, ""),
        new Event.AwaySet(Tuan, false, ""),
        new Event.Said(Tuan, Place, SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, Body.Text("")),
        new Event.Said(Tuan, Place, SayKind.Notice, new IdempotencyKey(UInt128.MaxValue), Option<About>.None, new Body(["", "", "x", ""], [])),
        new Event.Said(Mai, Place with { Audience = Audience.Everyone }, SayKind.Annotation, new IdempotencyKey(0), Option<About>.None, new Body([], [Reaction])),
        .. Enum.GetValues<AboutKind>().Select(kind => new Event.Said(
            Mai, Place, SayKind.Message, new IdempotencyKey(5), new About(new Sequence(long.MaxValue), kind), new Body(["a\rb\0c\t\u2028 👋"], [Reaction, new("x", ""), Reaction]))),
        .. Enum.GetValues<Audience>().Select(audience => new Event.Said(
            Mai, Place with { Audience = audience }, SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, Body.Forgotten)),
        Private(Tuan, Duy, "words"),
        Private(Duy, Tuan, "words"),
        Private(Mai, Tuan, "words"),
        Private(Tuan, Mai, "words"),
        Private(Mai, Mai, "words"),
        Private(Mai, Bot, "words"),
        new Event.Left(Tuan, Lobby, Room("#Lobby"), "lunch"),
        new Event.Departed(Connection(1), Tuan, CloseReason.ConnectionLost, "Connection reset by peer"),
        new Event.Departed(Option<ConnectionId>.None, Tuan, CloseReason.StayEnded, ""),
        new Event.AccountRegistered(Mine),
        new Event.AccountRemoved(Mine with { Id = new AccountId(long.MaxValue) }),
        new Event.LoggedIn(Tuan, Mine),
        new Event.LoggedIn(Mai, Mine),
        new Event.LoggedOut(Mai),
        new Event.NickReclaimed(Tuan, Nick("Guest1"), Mine),
        new Event.NickReclaimed(Mai, Nick("Guest3_1"), Mine),
        new Event.PasswordChanged(Mine),
        new Event.CertificateChanged(Mine, true),
        new Event.CertificateChanged(Mine, false),
        .. Enum.GetValues<RegistrationPolicy>().Select(policy => new Event.RegistrationSet(policy)),
        new Event.Forgotten(new Forgetting([new SequenceRange(new Sequence(1), new Sequence(5)), new SequenceRange(new Sequence(7), new Sequence(7))], Option<RoomId>.None)),
        new Event.Forgotten(new Forgetting([new SequenceRange(new Sequence(1), new Sequence(long.MaxValue))], Lobby)),
    ];
}
