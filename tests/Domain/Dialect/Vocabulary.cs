using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Tests.Dialect;

/// <summary>Short words for what people do in the scenarios. A wire is a connection to the first server, told by its number.</summary>
public static class Vocabulary
{
    public static readonly Timestamp Noon = new(1_000_000);

    public static Nick Nick(string text) => Domain.Names.Nick.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static RoomName Room(string text) => RoomName.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static MetadataKey Key(string text) => MetadataKey.Parse(text).IfNone(() => throw new ArgumentException(text));

    public static Mask Mask(string text) => Domain.Names.Mask.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static AccountName Account(string text) => AccountName.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static AccountRef Member(long id, string name) => new(new AccountId(id), Account(name));

    public static ConnectionId Wire(long number, int server = 1) => new(new ServerId(server), number);

    public static PersonId Person(long number) => new(number);

    public static RoomId RoomNo(long number) => new(number);

    public static IdempotencyKey Id(ulong number) => new(number);

    /// <summary>The world of two servers, 1 and 2, that have just begun.</summary>
    public static readonly World Begun = World.Empty with
    {
        LastServer = new ServerId(2),
        Servers = new([(new ServerId(1), new ServerLife(1, false)), (new ServerId(2), new ServerLife(1, false))]),
    };

    /// <summary>Somebody without an account, as <see cref="Comes(long, string)"/> introduces them.</summary>
    public static Actor Guest(long person, string nick) => new(new PersonId(person), Nick(nick), "user", "guest", Option<AccountRef>.None, false);

    public static Request By(ConnectionId wire, Command command) => new(Origin.Of(wire), Noon, command);

    /// <summary>What the server itself wants, or somebody who tends it.</summary>
    public static Request ByNobody(Command command) => new(Origin.Nobody, Noon, command);

    public static TokenHash Token(ulong number) => new(number, number);

    public static Request Comes(long wire, string nick) => Comes(Wire(wire), nick);

    public static Request Comes(ConnectionId wire, string nick) => By(wire, new Command.Connect(Nick(nick), "user", "guest", "Real Name"));

    /// <summary>With a token, by which they can come back.</summary>
    public static Request ComesWith(ulong token, long wire, string nick) => ComesWith(token, Wire(wire), nick);

    public static Request ComesWith(ulong token, ConnectionId wire, string nick) =>
        By(wire, new Command.Connect(Nick(nick), "user", "guest", "Real Name") { Token = Token(token) });

    /// <summary>A verifier, told from others by a number.</summary>
    public static Verifier Password(ulong number) => new(number, 4096, [new VerifierForm(new ScramKey(number, 1), new ScramKey(number, 2))]);

    /// <summary>Proved by the password of that number.</summary>
    public static Credential Proof(AccountRef account, ulong password) => new(account, new Proof.Password(Password(password)));

    public static CertificatePrint Print(ulong number) => new(number, number);

    public static Request ChangesCertificate(long wire, ulong print, bool isAdded) =>
        By(Wire(wire), new Command.ChangeCertificate(Option<AccountName>.None, Print(print), isAdded));

    /// <summary>As whose account they come.</summary>
    public static Request ComesAs(AccountRef account, ulong password, long wire, string nick) =>
        By(Wire(wire), new Command.Connect(Nick(nick), "user", "guest", "Real Name") { Proved = Proof(account, password) });

    public static Request LogsIn(long wire, AccountRef account, ulong password) => By(Wire(wire), new Command.LogIn(Proof(account, password)));

    public static Request Registers(long wire, string name, ulong password, ulong? code = null) =>
        By(Wire(wire), new Command.Register(Account(name), Password(password), code is { } given ? Token(given) : Option<TokenHash>.None));

    public static Request Adds(string name, ulong password) => ByNobody(new Command.AddAccount(Account(name), Password(password)));

    public static Request Joins(long wire, string room) => By(Wire(wire), new Command.Join(Room(room)));

    public static Request Leaves(long wire, string room) => By(Wire(wire), new Command.Leave(Room(room), "bye"));

    public static Request Quits(long wire) => By(Wire(wire), new Command.Quit(new Ending(CloseReason.Quit, "gone")));

    public static Request Renames(long wire, string nick) => By(Wire(wire), new Command.Rename(Nick(nick)));

    public static Request SetsTopic(long wire, string room, string text) => By(Wire(wire), new Command.SetTopic(Room(room), text));

    public static Request IsAway(long wire, string text) => By(Wire(wire), new Command.SetAway(text));

    /// <summary>A server begins, and with it the proof that all others have ended.</summary>
    public static Request StartsAlone => ByNobody(new Command.StartServer(1, IsAlone: true));

    public static Request Ends(int server) => ByNobody(new Command.EndServer(new ServerId(server)));

    public static Request Clears => ByNobody(new Command.ClearEnded());

    /// <summary>Says "hello" to a room or to a person, whichever the name is of.</summary>
    public static Request Says(long wire, string to, IdempotencyKey? id = null, SayKind kind = SayKind.Message) =>
        By(Wire(wire), new Command.Say(To(to), kind, id is { } given ? given : Option<IdempotencyKey>.None, Option<About>.None, Body.Text("hello")));

    public static Request Signals(long wire, string to) => By(Wire(wire), new Command.Signal(To(to), Typing));

    public static readonly ValueList<Events.Attribute> Typing = [new Events.Attribute("typing", "active")];

    public static Conversation.InRoom In(long room, string name, Audience audience = Audience.Everyone) => new(RoomNo(room), Room(name), audience);

    public static Event.Said Hello(Actor who, Conversation where, IdempotencyKey? id = null, SayKind kind = SayKind.Message) =>
        new(who, where, kind, id is { } given ? given : Option<IdempotencyKey>.None, Option<About>.None, Body.Text("hello"));

    public static Target To(string to) =>
        to[0] == '#' ? new Target.ToRoom(Room(to), Audience.Everyone) : new Target.ToPerson(Nick(to));
}
