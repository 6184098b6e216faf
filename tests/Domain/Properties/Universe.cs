using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Tests.Dialect;
using FsCheck;
using FsCheck.Fluent;

namespace ChatRoom.Domain.Tests.Properties;

/// <summary>
/// A small universe, so that requests meet: a few nicknames and rooms that differ in case, a few connections to two
/// servers, a few ids, and clocks that go back. Lists of requests shrink by leaving some out.
/// </summary>
public static class Universe
{
    private static readonly Gen<Nick> Nicks = Gen.Elements("Tuan", "TUAN", "Duy", "duY", "Anh").Select(Vocabulary.Nick);

    /// <summary>Some of whom are registered, as some of the names are.</summary>
    private static readonly Gen<AccountRef> Members =
        from name in Gen.Elements("Tuan", "Duy", "Anh")
        from id in Gen.Choose(1, 3)
        select Vocabulary.Member(id, name);

    private static readonly Gen<Powers> Powers = Gen.Elements(Events.Powers.All, Events.Powers.Kill, Events.Powers.Grant | Events.Powers.Rooms);

    private static readonly Gen<BanTarget> BanTargets = Gen.OneOf(
        Members.Select(BanTarget (member) => new BanTarget.OfAccount(member)),
        Gen.Elements("tuan", "D*", "*!*@guest", "Guest*").Select(BanTarget (mask) => new BanTarget.OfMask(Vocabulary.Mask(mask))),
        Gen.Choose(0, 128).Select(BanTarget (bits) => new BanTarget.OfRange(AddressRange.Of(new NetworkAddress(1), bits))));

    private static readonly Gen<RoomName> Rooms = Gen.Elements("#a", "#A", "#b", "#c").Select(Vocabulary.Room);

    private static readonly Gen<ConnectionId> Connections =
        from server in Gen.Choose(1, 2)
        from number in Gen.Choose(1, 3)
        select Vocabulary.Wire(number, server);

    private static readonly Gen<Target> Targets = Gen.OneOf(
        Rooms.Zip(Gen.Elements(Enum.GetValues<Audience>()), Target (name, audience) => new Target.ToRoom(name, audience)),
        Nicks.Select(Target (nick) => new Target.ToPerson(nick)));

    private static readonly Gen<Option<IdempotencyKey>> Ids =
        Gen.Choose(0, 4).Select(id => id == 0 ? Option<IdempotencyKey>.None : Vocabulary.Id((ulong)id));

    private static readonly Gen<Body> Bodies = Gen.Elements("", "hello", "/quit").Select(Body.Text);

    private static readonly Gen<Command> Says =
        from to in Targets
        from kind in Gen.Elements(Enum.GetValues<SayKind>())
        from id in Ids
        from body in Bodies
        from about in Gen.Choose(0, 3)
        from isCtcp in Gen.Elements(false, false, true)
        select (Command)new Command.Say(to, kind, id, about == 0 ? Option<About>.None : new About(new Sequence(about), AboutKind.Reply), body) { IsCtcp = isCtcp };

    private static readonly Gen<Command> Commands = Gen.Frequency(
        (6, Nicks.Zip(Gen.Choose(0, 2), Command (nick, token) => new Command.Connect(nick, "user", "guest", "Real Name")
        {
            Token = token == 0 ? Option<TokenHash>.None : Vocabulary.Token((ulong)token),
        })),
        (8, Rooms.Zip(Gen.Elements("", "tea"), Command (room, key) => new Command.Join(room, key))),
        (1, Rooms.Zip(Gen.Elements("", "tea"), Command (room, key) => new Command.SetKey(room, key))),
        (4, from room in Rooms
            from list in Gen.Elements(Enum.GetValues<MaskList>())
            from mask in Gen.Elements("tuan", "D*", "*!*@guest", "anh!user@*", "a:tuan", "a:*").Select(Vocabulary.Mask)
            from seconds in Gen.Elements(0, 0, 1, 2)
            from isSet in Gen.Elements(true, true, false)
            select isSet ? new Command.SetMask(room, list, mask, seconds == 0 ? Option<int>.None : seconds, "why") : (Command)new Command.LiftMask(room, list, mask)),
        (2, Rooms.Zip(Nicks, Command (room, nick) => new Command.Kick(room, nick, "enough"))),
        (3, Rooms.Zip(Nicks, Command (room, nick) => new Command.InviteTo(room, nick))),
        (2, Rooms.Select(Command (room) => new Command.Knock(room, "may I?"))),
        (3, Rooms.Select(Command (room) => new Command.Leave(room, "bye"))),
        (8, Says),
        (2, Targets.Select(Command (to) => new Command.Signal(to, Vocabulary.Typing))),
        (3, from room in Rooms
            from number in Gen.Choose(1, 4)
            from person in Gen.Choose(1, 4)
            from at in Gen.Choose(0, 3_000)
            select (Command)new Command.Redact(new Target.ToRoom(room, Audience.Everyone), "id", new Spoken(
                new Sequence(at), Vocabulary.Guest(person, "Tuan"), new Conversation.InRoom(Vocabulary.RoomNo(number), room, Audience.Everyone), new Timestamp(at)), "why")),
        (2, Nicks.Select(Command (nick) => new Command.Rename(nick))),
        (2, Rooms.Zip(Gen.Elements("", "tea"), Command (room, text) => new Command.SetTopic(room, text))),
        (3, from room in Rooms
            from mode in Gen.Elements(Enum.GetValues<RoomMode>())
            from value in Gen.Choose(0, 2)
            select (Command)new Command.SetMode(room, mode, value)),
        (2, from room in Rooms
            from modes in Gen.Elements(Enum.GetValues<RoomMode>()).ListOf()
            from value in Gen.Choose(0, 2)
            select (Command)new Command.SetModes(room, [.. modes.Select(mode => new ModeChange(mode, value))])),
        (1, Rooms.Select(Command (room) => new Command.DropRoom(room, "over"))),
        (2, Rooms.Zip(Rooms, Command (room, other) => new Command.RenameRoom(room, other, "moved"))),
        (1, Gen.Elements(true, false).Select(Command (isOn) => new Command.ShutOutGuests(isOn))),
        (1, Gen.Elements("tuan", "a:*", "a:duy").Zip(Gen.Elements(true, true, false), Command (mask, isOn) => new Command.Silence(Vocabulary.Mask(mask), isOn))),
        (4, from room in Rooms
            from nick in Nicks
            from right in Gen.Elements(Rights.Voice, Rights.HalfOperator, Rights.Operator, Rights.Founder)
            from isGiven in Gen.Elements(true, false)
            select (Command)new Command.ChangeRight(room, nick, right, isGiven)),
        (4, from member in Members
            from nick in Nicks
            from password in Gen.Choose(1, 2)
            select (Command)new Command.Connect(nick, "user", "guest", "Real Name") { Proved = Vocabulary.Proof(member, (ulong)password) }),
        (3, Nicks.Zip(Gen.Choose(1, 2), Command (nick, password) => new Command.Register(Vocabulary.Account(nick.Text), Vocabulary.Password((ulong)password), Vocabulary.Token(1)))),
        (2, Nicks.Zip(Gen.Elements(true, false), Command (nick, isApproved) => new Command.DecideRegistration(Vocabulary.Account(nick.Text), isApproved, "why"))),
        (1, Nicks.Select(Command (nick) => new Command.GiveRecovery(Vocabulary.Account(nick.Text), Vocabulary.Token(1), new Timestamp(3_000)))),
        (3, Members.Zip(Gen.Choose(1, 2), Command (member, password) => new Command.LogIn(Vocabulary.Proof(member, (ulong)password)))),
        (3, Members.Zip(Gen.Choose(1, 2), Command (member, password) => new Command.Oper(Vocabulary.Proof(member, (ulong)password)))),
        (1, Gen.Constant<Command>(new Command.Deoper())),
        (1, Gen.Constant<Command>(new Command.Claim(Vocabulary.Token(1)))),
        (2, Nicks.Zip(Powers, Command (nick, powers) => new Command.ChangePowers(Vocabulary.Account(nick.Text), powers, IsGiven: powers != Events.Powers.Kill))),
        (2, Nicks.Select(Command (nick) => new Command.Kill(nick, "enough"))),
        (1, Gen.Elements(true, false).Select(Command (isOn) => new Command.SetOwnMode(PersonModes.HearsAnnouncements, isOn))),
        (1, Gen.Elements(true, false).Select(Command (isOn) => new Command.SetOwnMode(PersonModes.Bot, isOn))),
        (1, Gen.Constant<Command>(new Command.Announce("tea"))),
        (1, Gen.Elements(true, false).Select(Command (isOn) => new Command.SetAlarm(isOn, "why"))),
        (4, from room in Rooms
            from act in Gen.OneOf(
                Nicks.Select(Command (nick) => new Command.Kick(room, nick, "enough")),
                Nicks.Select(Command (nick) => new Command.ChangeRight(room, nick, Rights.Operator, true)),
                Gen.Elements(0, 1).Select(Command (value) => new Command.SetMode(room, RoomMode.Secret, value)),
                Gen.Constant<Command>(new Command.SetTopic(room, "order")))
            select (Command)new Command.Overrule(room, act, "SAMODE")),
        (3, BanTargets.Zip(Gen.Elements(0, 1, 2), Command (of, seconds) => new Command.Ban(of, seconds == 0 ? Option<int>.None : seconds, "enough"))),
        (2, BanTargets.Select(Command (of) => new Command.Unban(of))),
        (1, Gen.Constant<Command>(new Command.LogOut())),
        (1, Nicks.Select(Command (nick) => new Command.ChangePassword(Vocabulary.Account(nick.Text), Vocabulary.Password(2)))),
        (2, Gen.Elements("", "tea", "lunch").Select(Command (text) => new Command.SetAway(text))),
        (2, Nicks.Zip(Gen.Choose(0, 3_000), Command (nick, at) => new Command.MarkRead(new Target.ToPerson(nick), new Timestamp(at)))),
        (2, Rooms.Zip(Gen.Choose(0, 3_000), Command (room, at) => new Command.MarkRead(new Target.ToRoom(room, Audience.Everyone), new Timestamp(at)))),
        (2, from room in Gen.OneOf(Gen.Constant(Option<RoomName>.None), Rooms.Select(Prelude.Some))
            from value in Gen.Elements("", "tea", null)
            select (Command)new Command.SetMetadata(room, Vocabulary.Key("url"), Prelude.Optional(value))),
        (1, Gen.OneOf(Gen.Constant(Option<RoomName>.None), Rooms.Select(Prelude.Some)).Select(Command (room) => new Command.ClearMetadata(room))),
        (1, Gen.Constant<Command>(new Command.SetRealName("Tuan"))),
        (2, Gen.Constant<Command>(new Command.Quit(new Ending(CloseReason.Quit, "gone")))),
        (1, Gen.Constant<Command>(new Command.Quit(new Ending(CloseReason.PingTimeout)))));

    private static readonly Gen<Command> Tending = Gen.Frequency(
        (4, Nicks.Select(Command (nick) => new Command.AddAccount(Vocabulary.Account(nick.Text), Vocabulary.Password(1)))),
        (1, Nicks.Zip(Gen.Elements(true, false), Command (nick, isForced) => new Command.RemoveAccount(Vocabulary.Account(nick.Text)) { IsForced = isForced })),
        (3, from nick in Nicks
            from powers in Powers
            from isGiven in Gen.Elements(true, true, false)
            select (Command)new Command.ChangePowers(Vocabulary.Account(nick.Text), powers, isGiven) { IsForced = !isGiven }),
        (1, Nicks.Zip(Gen.Elements(true, false), Command (nick, isApproved) => new Command.DecideRegistration(Vocabulary.Account(nick.Text), isApproved, "why"))),
        (1, Gen.Constant<Command>(new Command.OfferClaim(Vocabulary.Token(1)))),
        (1, Gen.Choose(1, 3_000).Select(Command (until) => new Command.Invite(Vocabulary.Token(1), new Timestamp(until)))),
        (1, Gen.Elements(Enum.GetValues<RegistrationPolicy>()).Select(Command (to) => new Command.SetRegistration(to))),
        (2, Gen.Choose(1, 4).Select(Command (server) => new Command.EndServer(new ServerId(server)))),
        (1, Gen.Elements(true, false).Select(Command (isAlone) => new Command.StartServer(1, isAlone))),
        (3, Gen.Constant<Command>(new Command.ClearEnded())),
        (3, Gen.Constant<Command>(new Command.Expire())),
        (1, Gen.Choose(1, 200).Select(Command (bytes) => new Command.ChangeLimits(new RuleLimitsChange { TopicBytes = bytes, StaySeconds = 1 }))),
        (1, Gen.Choose(1, 20).Select(Command (at) => new Command.CompareWorld(new WorldDigest(new Sequence(at), new ServerId(1), 1, 1, 1)))),
        (1, Gen.Choose(1, 60).Zip(Gen.Choose(0, 20), Command (first, more) => new Command.Forget(
            new Forgetting([new SequenceRange(new Sequence(first), new Sequence(first + more))], Option<RoomId>.None)))));

    private static readonly Gen<Request> Requests = Gen.Frequency(
        (9, from origin in Connections
            from at in Gen.Choose(0, 3_000)
            from command in Commands
            select new Request(Origin.Of(origin), new Timestamp(at), command)),
        (1, from at in Gen.Choose(0, 3_000)
            from command in Tending
            select new Request(Origin.Nobody, new Timestamp(at), command)));

    /// <summary>What anybody may want, one after the other.</summary>
    public static Arbitrary<Request[]> Histories => Arb.From(Requests.ArrayOf(), Shrunk);

    private static IEnumerable<Request[]> Shrunk(Request[] history)
    {
        for (var part = history.Length; part > 0; part /= 2)
        {
            for (var from = 0; from + part <= history.Length; from += part)
                yield return [.. history[..from], .. history[(from + part)..]];
        }
    }
}
