using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Codec;

/// <summary>Reads what <see cref="WorldWriter"/> wrote. What does not fit is an <see cref="InvalidDataException"/>.</summary>
internal sealed class WorldReader(BinaryReader reader)
{
    /// <param name="format">Any that <see cref="WorldWriter"/> has ever written.</param>
    public World Read(int format)
    {
        if (format != 1)
            throw new InvalidDataException($"a world of format {format} is from a newer version");
        var (last, now) = (new Sequence(reader.ReadInt64()), new Timestamp(reader.ReadInt64()));
        var (lastPerson, lastRoom, lastServer) = (new PersonId(reader.ReadInt64()), new RoomId(reader.ReadInt64()), new ServerId(reader.ReadInt32()));
        var (level, limits) = (reader.ReadInt32(), ReadLimits());
        var servers = Many(() => (new ServerId(reader.ReadInt32()), new ServerLife(reader.ReadInt32(), reader.ReadBoolean())));
        var people = Many(ReadPerson);
        var rooms = Many(ReadRoom);
        var past = Many(ReadPast);
        return new World
        {
            Last = last,
            Now = now,
            LastPerson = lastPerson,
            LastRoom = lastRoom,
            LastServer = lastServer,
            Level = level,
            Limits = limits,
            Servers = new(servers),
            People = new(people.Select(person => (person.Id, person))),
            Nicks = new(people.Select(person => (person.Nick.Key, person.Id))),
            Connections = new(people.SelectMany(person => person.Connections.Select(c => (c, person.Id)))),
            Stays = new(people.SelectMany(person => person.StaysUntil.Map(until => new StayEnd(until, person.Id)).AsEnumerable())),
            Rooms = new(rooms.Select(room => (room.Id, room))),
            RoomNames = new(rooms.Select(room => (room.Name.Key, room.Id))),
            Past = new(past.Select(room => (room.Name.Key, room))),
            PastByEnd = new(past.Select(room => (new PastRoomKey(room.EndedAt, room.Id), room.Name.Key))),
        };
    }

    private RuleLimits ReadLimits() => new(
        reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());

    private Person ReadPerson() => new(
        ReadActor(), ReadWords(), new Timestamp(reader.ReadInt64()),
        new(Many(() => new ConnectionId(new ServerId(reader.ReadInt32()), reader.ReadInt64()))),
        new(Many(() => new RoomId(reader.ReadInt64()))),
        ReadSeen())
    {
        Away = Maybe(ReadWords),
        StaysUntil = Maybe(() => new Timestamp(reader.ReadInt64())),
    };

    private Room ReadRoom() => new(
        new RoomId(reader.ReadInt64()), ReadRoomName(), new Timestamp(reader.ReadInt64()),
        Maybe(() => new Topic(ReadWords(), ReadActor(), new Timestamp(reader.ReadInt64()))),
        new(Many(() => (new PersonId(reader.ReadInt64()), (Rights)reader.ReadInt32()))),
        ReadSeen());

    private PastRoom ReadPast() => new(new RoomId(reader.ReadInt64()), ReadRoomName(), new Sequence(reader.ReadInt64()), ReadSeen());

    private Actor ReadActor()
    {
        var id = new PersonId(reader.ReadInt64());
        var nick = Nick.Parse(reader.ReadString()).IfFault(_ => throw new InvalidDataException("a nickname is not valid"));
        var (user, host) = (reader.ReadString(), reader.ReadString());
        var account = Maybe(() => new AccountRef(new AccountId(reader.ReadInt64()), ReadAccountName()));
        return new Actor(id, nick, user, host, account, reader.ReadBoolean());
    }

    private Words ReadWords() => new(reader.ReadString(), new Sequence(reader.ReadInt64()));

    private SeenIds ReadSeen() => new(ReadIds(), ReadIds());

    private HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence> ReadIds()
    {
        var ids = HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence>.Empty;
        for (var left = ReadCount(); left > 0; left--)
        {
            var id = new IdempotencyKey(new UInt128(reader.ReadUInt64(), reader.ReadUInt64()));
            ids = ids.AddOrUpdate(id, new Sequence(reader.ReadInt64()));
        }
        return ids;
    }

    private RoomName ReadRoomName() =>
        RoomName.Parse(reader.ReadString()).IfFault(_ => throw new InvalidDataException("a room's name is not valid"));

    private AccountName ReadAccountName() =>
        AccountName.Parse(reader.ReadString()).IfFault(_ => throw new InvalidDataException("an account's name is not valid"));

    private Option<T> Maybe<T>(Func<T> read) => reader.ReadBoolean() ? read() : Option<T>.None;

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
