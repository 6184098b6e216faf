using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>
/// Everything that the rules know, as one immutable value. Only <see cref="StateMachine.Apply"/> makes a new one.
/// Hash maps walk in an order that differs from process to process: what shows people or rooms sorts them first.
/// </summary>
public sealed record World
{
    public static readonly World Empty = new();

    public Sequence Last { get; init; }

    public Timestamp Now { get; init; }

    public PersonId LastPerson { get; init; }

    public RoomId LastRoom { get; init; }

    public ServerId LastServer { get; init; }

    public AccountId LastAccount { get; init; }

    /// <summary>Which kinds of events may be written: those that all servers which share the journal can read.</summary>
    public int Level { get; init; } = 1;

    public RuleLimits Limits { get; init; } = RuleLimits.First;

    public HashMap<Exactly<PersonId>, PersonId, Person> People { get; init; } = HashMap<Exactly<PersonId>, PersonId, Person>.Empty;

    public HashMap<Exactly<string>, string, PersonId> Nicks { get; init; } = HashMap<Exactly<string>, string, PersonId>.Empty;

    public HashMap<Exactly<ConnectionId>, ConnectionId, PersonId> Connections { get; init; } = HashMap<Exactly<ConnectionId>, ConnectionId, PersonId>.Empty;

    public HashMap<Exactly<RoomId>, RoomId, Room> Rooms { get; init; } = HashMap<Exactly<RoomId>, RoomId, Room>.Empty;

    public HashMap<Exactly<string>, string, RoomId> RoomNames { get; init; } = HashMap<Exactly<string>, string, RoomId>.Empty;

    public HashMap<Exactly<string>, string, PastRoom> Past { get; init; } = HashMap<Exactly<string>, string, PastRoom>.Empty;

    public Map<Ascending<PastRoomKey>, PastRoomKey, string> PastByEnd { get; init; } = Map<Ascending<PastRoomKey>, PastRoomKey, string>.Empty;

    public RegistrationPolicy Registration { get; init; }

    public HashMap<Exactly<AccountId>, AccountId, Account> Accounts { get; init; } = HashMap<Exactly<AccountId>, AccountId, Account>.Empty;

    /// <summary>By the key of their name, which is that of the nickname that belongs to them.</summary>
    public HashMap<Exactly<string>, string, AccountId> AccountNames { get; init; } = HashMap<Exactly<string>, string, AccountId>.Empty;

    /// <summary>Which accounts are operators of the server, and with which rights.</summary>
    public Map<Ascending<AccountId>, AccountId, Powers> Operators { get; init; } = Map<Ascending<AccountId>, AccountId, Powers>.Empty;

    /// <summary>Who acts as an operator just now.</summary>
    public Set<Ascending<PersonId>, PersonId> OnDuty { get; init; } = Set<Ascending<PersonId>, PersonId>.Empty;

    /// <summary>Who wants to hear what operators say to everybody.</summary>
    public Set<Ascending<PersonId>, PersonId> Listeners { get; init; } = Set<Ascending<PersonId>, PersonId>.Empty;

    /// <summary>Whether only accounts come in.</summary>
    public bool IsAlarmed { get; init; }

    public ServerBans Bans { get; init; } = ServerBans.None;

    /// <summary>Which person is there by an account.</summary>
    public HashMap<Exactly<AccountId>, AccountId, PersonId> Members { get; init; } = HashMap<Exactly<AccountId>, AccountId, PersonId>.Empty;

    /// <summary>The servers that share the journal, and those that ended and are not cleared yet.</summary>
    public Map<Ascending<ServerId>, ServerId, ServerLife> Servers { get; init; } = Map<Ascending<ServerId>, ServerId, ServerLife>.Empty;

    /// <summary>Whose stay without a connection ends when.</summary>
    public Set<Ascending<StayEnd>, StayEnd> Stays { get; init; } = Set<Ascending<StayEnd>, StayEnd>.Empty;

    /// <summary>Which mask of a room ends when.</summary>
    public Set<Ascending<MaskEnd>, MaskEnd> MaskEnds { get; init; } = Set<Ascending<MaskEnd>, MaskEnd>.Empty;

    /// <summary>Which accounts are founders of which rooms.</summary>
    public Set<Ascending<Founding>, Founding> Foundings { get; init; } = Set<Ascending<Founding>, Founding>.Empty;

    /// <summary>When <see cref="Command.Expire"/> has something to do.</summary>
    public Option<Timestamp> NextDue
    {
        get
        {
            var stay = Stays.IsEmpty ? Option<Timestamp>.None : Stays.Min.Map(one => one.At);
            var mask = MaskEnds.IsEmpty ? Option<Timestamp>.None : MaskEnds.Min.Map(one => one.At);
            var ban = Bans.Ends.IsEmpty ? Option<Timestamp>.None : Bans.Ends.Min.Map(one => one.At);
            return Sooner(Sooner(stay, mask), ban);
        }
    }

    /// <summary>Whether <see cref="Command.ClearEnded"/> has something to do.</summary>
    public bool HasEnded => Servers.Exists((_, life) => life.HasEnded);

    public bool IsAlive(ServerId server) => Servers.Find(server).TryGet(out var life) && !life.HasEnded;

    /// <summary>Those that live, in the order of their numbers.</summary>
    public IEnumerable<ServerId> Living => Servers.AsEnumerable().Where(server => !server.Value.HasEnded).Select(server => server.Key);

    /// <summary>What a server is called. Those that go by one name at the same time are told apart by their numbers.</summary>
    public string NameOf(ServerId server)
    {
        if (!Servers.Find(server).TryGet(out var life) || life.Name.Length == 0)
            return $"{server.Number}.server";
        return Servers.Exists((other, known) => other != server && !known.HasEnded && known.IsCalled(life.Name)) ? $"{server.Number}.{life.Name}" : life.Name;
    }

    private static Option<Timestamp> Sooner(Option<Timestamp> one, Option<Timestamp> other) =>
        one.TryGet(out var left) && other.TryGet(out var right) ? (left.CompareTo(right) < 0 ? left : right) : one.IsSome ? one : other;

    /// <summary>Somebody of whom an event says that they are there.</summary>
    internal Person PersonOf(PersonId id) => People.Find(id).TryGet(out var person)
        ? person
        : throw new InvalidOperationException($"Person {id.Number} acts and is not there.");

    internal Room RoomOf(RoomId id) => Rooms.Find(id).TryGet(out var room)
        ? room
        : throw new InvalidOperationException($"Room {id.Number} is acted in and is not there.");

    internal World With(Person person) => this with { People = People.AddOrUpdate(person.Id, person) };

    internal World With(Room room) => this with { Rooms = Rooms.AddOrUpdate(room.Id, room) };

    public Option<Person> Person(ConnectionId connection) => Connections.Find(connection).Bind(id => People.Find(id));

    public Option<Person> Person(Nick nick)
    {
        ArgumentNullException.ThrowIfNull(nick);
        return Nicks.Find(nick.Key).Bind(id => People.Find(id));
    }

    public Option<Account> Account(AccountName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return AccountNames.Find(name.Key).Bind(id => Accounts.Find(id));
    }

    /// <summary>The account that a nickname belongs to.</summary>
    public Option<Account> Owner(Nick nick)
    {
        ArgumentNullException.ThrowIfNull(nick);
        return AccountNames.Find(nick.Key).Bind(id => Accounts.Find(id));
    }

    /// <summary>What somebody may do as an operator, while they are on duty.</summary>
    public Powers PowersOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.OnDutyAs.Bind(account => Operators.Find(account.Id)).IfNone(Powers.None);
    }

    /// <summary>The person of an account, if they are there.</summary>
    public Option<Person> Member(AccountId account) => Members.Find(account).Bind(id => People.Find(id));

    /// <summary>The rooms that somebody founded, in the order of their numbers.</summary>
    public IEnumerable<RoomId> FoundedBy(AccountId account) =>
        Foundings.FindRange(new Founding(account, default), new Founding(account, new RoomId(long.MaxValue))).Select(one => one.Room);

    public Option<Room> Room(RoomName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return RoomNames.Find(name.Key).Bind(id => Rooms.Find(id));
    }
}

/// <summary>A server that lives, or one that ended and of which something is left to clear.</summary>
/// <param name="Reads">Events up to this level.</param>
/// <param name="HasEnded">It is no more; its connections are cleared in turns of a bounded size.</param>
public sealed record ServerLife(int Reads, bool HasEnded)
{
    /// <summary>Empty where an older version began, and so is the version then.</summary>
    public string Name { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>When it began.</summary>
    public Timestamp Since { get; init; }

    public bool IsCalled(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
