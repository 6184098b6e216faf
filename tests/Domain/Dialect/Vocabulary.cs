namespace ChatRoom.Domain.Tests.Dialect;

/// <summary>Short words for what people do in the scenarios. A wire is a connection to the first server, told by its number.</summary>
public static class Vocabulary
{
    public static readonly Timestamp Noon = new(1_000_000);

    public static Nick Nick(string text) => Domain.Nick.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static RoomName Room(string text) => RoomName.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static AccountName Account(string text) => AccountName.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static ConnectionId Wire(long number, int server = 1) => new(new ServerId(server), number);

    public static PersonId Person(long number) => new(number);

    public static RoomId RoomNo(long number) => new(number);

    public static SendId Id(ulong number) => new(number);

    /// <summary>Somebody without an account, as <see cref="Comes(long, string)"/> introduces him.</summary>
    public static Who Guest(long person, string nick) => new(new PersonId(person), Nick(nick), "user", Option<AccountName>.None);

    public static Request By(ConnectionId wire, Command command) => new(wire, Noon, command);

    public static Request Comes(long wire, string nick) => Comes(Wire(wire), nick);

    public static Request Comes(ConnectionId wire, string nick) => By(wire, new Command.Connect(Nick(nick), "user", "Real Name"));

    public static Request Joins(long wire, string room) => By(Wire(wire), new Command.Join(Room(room)));

    public static Request Leaves(long wire, string room) => By(Wire(wire), new Command.Leave(Room(room), "bye"));

    public static Request Quits(long wire) => By(Wire(wire), new Command.Quit("gone"));

    public static Request Renames(long wire, string nick) => By(Wire(wire), new Command.Rename(Nick(nick)));

    public static Request SetsTopic(long wire, string room, string text) => By(Wire(wire), new Command.SetTopic(Room(room), text));

    public static Request IsAway(long wire, string text) => By(Wire(wire), new Command.SetAway(text));

    public static Request Starts(int server) => By(Wire(0, server), new Command.StartServer(new ServerId(server)));

    /// <summary>Says "hello" to a room or to a person, whichever the name is of.</summary>
    public static Request Says(long wire, string to, SendId? id = null, SayKind kind = SayKind.Message) =>
        By(Wire(wire), new Command.Say(To(to), kind, id is { } given ? given : Option<SendId>.None, Body.Text("hello")));

    public static Request Signals(long wire, string to) => By(Wire(wire), new Command.Signal(To(to), Typing));

    public static readonly ValueList<Attribute> Typing = [new Attribute("typing", "active")];

    public static Conversation.InRoom In(long room, string name, Audience audience = Audience.Everyone) => new(RoomNo(room), Room(name), audience);

    public static Event.Said Hello(Who who, Conversation where, SendId? id = null, SayKind kind = SayKind.Message) =>
        new(who, where, kind, id is { } given ? given : Option<SendId>.None, Body.Text("hello"));

    private static Target To(string to) =>
        to[0] == '#' ? new Target.ToRoom(Room(to), Audience.Everyone) : new Target.ToPerson(Nick(to));
}
