using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>Reads what <see cref="WorldWriter"/> wrote. Whatever does not fit is an <see cref="InvalidDataException"/>.</summary>
internal sealed class WorldReader(BinaryReader reader)
{
    public World Read()
    {
        var (last, now) = (new Sequence(reader.ReadInt64()), new Timestamp(reader.ReadInt64()));
        var (lastPerson, lastRoom) = (new PersonId(reader.ReadInt64()), new RoomId(reader.ReadInt64()));
        var people = Many(ReadPerson);
        var rooms = Many(ReadRoom);
        var past = Many(ReadPast);
        return new World(
            last, now, lastPerson, lastRoom,
            new HashMap<Exactly<PersonId>, PersonId, Person>(people.Select(person => (person.Id, person))),
            new HashMap<Exactly<string>, string, PersonId>(people.Select(person => (person.Nick.Key, person.Id))),
            new HashMap<Exactly<ConnectionId>, ConnectionId, PersonId>(people.SelectMany(person => person.Connections.Select(c => (c, person.Id)))),
            new HashMap<Exactly<RoomId>, RoomId, Room>(rooms.Select(room => (room.Id, room))),
            new HashMap<Exactly<string>, string, RoomId>(rooms.Select(room => (room.Name.Key, room.Id))),
            new HashMap<Exactly<string>, string, PastRoom>(past.Select(room => (room.Name.Key, room))),
            new Map<Ascending<Ending>, Ending, string>(past.Select(room => (new Ending(room.EndedAt, room.Id), room.Name.Key))));
    }

    private Person ReadPerson() => new(
        ReadWho(), reader.ReadString(), new Timestamp(reader.ReadInt64()),
        new Set<Ascending<ConnectionId>, ConnectionId>(Many(() => new ConnectionId(new ServerId(reader.ReadInt32()), reader.ReadInt64()))),
        new Set<Ascending<RoomId>, RoomId>(Many(() => new RoomId(reader.ReadInt64()))),
        ReadRecent())
    {
        Away = reader.ReadString(),
    };

    private Room ReadRoom() => new(
        new RoomId(reader.ReadInt64()), ReadRoomName(), new Timestamp(reader.ReadInt64()),
        reader.ReadBoolean() ? new Topic(reader.ReadString(), ReadWho(), new Timestamp(reader.ReadInt64())) : Option<Topic>.None,
        new Map<Ascending<PersonId>, PersonId, Role>(Many(() => (new PersonId(reader.ReadInt64()), (Role)reader.ReadByte()))),
        ReadRecent());

    private PastRoom ReadPast() => new(new RoomId(reader.ReadInt64()), ReadRoomName(), new Sequence(reader.ReadInt64()), ReadRecent());

    private Who ReadWho()
    {
        var id = new PersonId(reader.ReadInt64());
        var nick = Nick.Parse(reader.ReadString()).IfFault(_ => throw new InvalidDataException("a nickname is not valid"));
        var user = reader.ReadString();
        var account = reader.ReadString();
        return new Who(id, nick, user, account.Length == 0 ? Option<AccountName>.None : ReadAccount(account));
    }

    private Recent ReadRecent() => new(ReadIds(), ReadIds());

    private HashMap<Exactly<SendId>, SendId, Sequence> ReadIds()
    {
        var ids = HashMap<Exactly<SendId>, SendId, Sequence>.Empty;
        for (var left = ReadCount(); left > 0; left--)
        {
            var id = new SendId(new UInt128(reader.ReadUInt64(), reader.ReadUInt64()));
            ids = ids.AddOrUpdate(id, new Sequence(reader.ReadInt64()));
        }
        return ids;
    }

    private RoomName ReadRoomName() =>
        RoomName.Parse(reader.ReadString()).IfFault(_ => throw new InvalidDataException("a room's name is not valid"));

    private static AccountName ReadAccount(string text) =>
        AccountName.Parse(text).IfFault(_ => throw new InvalidDataException("an account's name is not valid"));

    /// <summary>The order is that of the bytes, so it is read at once and never lazily.</summary>
    private T[] Many<T>(Func<T> read)
    {
        var items = new T[ReadCount()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    /// <summary>Each thing has at least a byte, so a damaged number can't ask for more memory than the file is large.</summary>
    private int ReadCount()
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= reader.BaseStream.Length ? count : throw new InvalidDataException("a number is not valid");
    }
}
