using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// A world as bytes, in an order that is the same everywhere, so that equal worlds give equal bytes and servers can compare
/// digests. What can be found by name or by connection follows from it and is made anew when it is read. Snapshots, which can be
/// thrown away, and the bases of trimmed journals, which are kept for ever, both are written so: a change here raises
/// <see cref="Newest"/>, and every format before is still read. How a thing is written stands beside how it is read.
/// </summary>
public static partial class WorldFormat
{
    /// <summary>2 has accounts, 3 closed rooms, invitations and masks, 4 founders and who comes back to a right, 5 whom people do not hear, 6 operators of the server and its bans, 7 how long people of accounts stay, 8 how long words can be taken back, 9 metadata, 10 whether they stay unasked, 11 whom masks were made for, 12 what servers are called and since when they are there.</summary>
    public const int Newest = 12;

    /// <summary>
    /// From here on a world has all that a replay of the same events comes to today. A snapshot from before lacks the topics of rooms that ended,
    /// who comes back to a right, or the names of servers, so the journal is replayed in its place.
    /// </summary>
    public const int Whole = 12;

    public static byte[] Bytes(World world)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            Write(writer, world);
        return bytes.ToArray();
    }

    /// <summary>Two servers that have the same one at the same event have the same world.</summary>
    public static WorldDigest Digest(World world, ServerId by)
    {
        var hash = SHA256.HashData(Bytes(world)).AsSpan();
        return new WorldDigest(world.Last, by, Newest, BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }

    public static void Write(BinaryWriter to, World world)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(world);
        to.Write(world.Last.Number);
        to.Write(world.Now.Milliseconds);
        to.Write(world.LastPerson.Number);
        to.Write(world.LastRoom.Number);
        to.Write(world.LastServer.Number);
        to.Write(world.Level);
        Write(to, world.Limits);
        Many(to, world.Servers.AsEnumerable(), world.Servers.Count, Write);
        Many(to, world.People.Values.OrderBy(person => person.Id), world.People.Count, Write);
        Many(to, world.Rooms.Values.OrderBy(room => room.Id), world.Rooms.Count, Write);
        Many(to, world.Past.Values.OrderBy(past => past.Id), world.Past.Count, Write);
        to.Write(world.LastAccount.Number);
        to.Write((int)world.Registration);
        Many(to, world.Accounts.Values.OrderBy(account => account.Id), world.Accounts.Count, Write);
        Many(to, world.Operators.AsEnumerable(), world.Operators.Count, Write);
        Many(to, world.Bans.All, world.Bans.Count, Write);
        to.Write(world.IsAlarmed);
    }

    /// <summary>What does not fit is an <see cref="InvalidDataException"/>.</summary>
    /// <param name="from">The bytes.</param>
    /// <param name="format">Any that was ever written.</param>
    public static World Read(BinaryReader from, int format)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (format is < 1 or > Newest)
            throw new InvalidDataException($"a world of format {format} is from a newer version");
        var (last, now) = (new Sequence(from.ReadInt64()), new Timestamp(from.ReadInt64()));
        var (lastPerson, lastRoom, lastServer) = (new PersonId(from.ReadInt64()), new RoomId(from.ReadInt64()), new ServerId(from.ReadInt32()));
        var (level, limits) = (from.ReadInt32(), ReadLimits(from, format));
        var servers = Many(from, bytes => ReadServer(bytes, format));
        var people = Many(from, bytes => ReadPerson(bytes, format));
        var rooms = Many(from, bytes => ReadRoom(bytes, format));
        var invitations = rooms.SelectMany(room => room.Invited.Select(person => (person, room.Id))).ToLookup(one => one.person, one => one.Id);
        var past = Many(from, bytes => ReadPast(bytes, format));
        var (lastAccount, registration) = format < 2 ? default : (new AccountId(from.ReadInt64()), (RegistrationPolicy)from.ReadInt32());
        var accounts = format < 2 ? [] : Many(from, bytes => ReadAccountState(bytes, format));
        var operators = format < 6 ? [] : Many(from, ReadOperator);
        var bans = format < 6 ? [] : Many(from, ReadServerBan);
        var isAlarmed = format > 5 && from.ReadBoolean();
        var byId = people.ToDictionary(person => person.Id);
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
            People = new(people.Select(person => (person.Id, person with { Invitations = new(invitations[person.Id]) }))),
            Nicks = new(people.Select(person => (person.Nick.Key, person.Id))),
            Connections = new(people.SelectMany(person => person.Connections.Select(c => (c, person.Id)))),
            Stays = new(people.SelectMany(person => person.StaysUntil.Map(until => new StayEnd(until, person.Id)).AsEnumerable())),
            Rooms = new(rooms.Select(room => (room.Id, Silencing(room, byId)))),
            MaskEnds = new(rooms.SelectMany(room => room.Masks.SelectMany(mask =>
                mask.EndIn(room.Id).AsEnumerable()))),
            Foundings = new(rooms.SelectMany(room => room.Holders.AsEnumerable().Where(one => one.Value.HasFlag(Rights.Founder)).Select(one => new Founding(one.Key, room.Id)))),
            RoomNames = new(rooms.Select(room => (room.Name.Key, room.Id))),
            Past = new(past.Select(room => (room.Name.Key, room))),
            LastAccount = lastAccount,
            Registration = registration,
            Accounts = new(accounts.Select(account => (account.Id, account))),
            AccountNames = new(accounts.Select(account => (account.Name.Key, account.Id))),
            Operators = new(operators),
            Bans = bans.Aggregate(ServerBans.None, (all, ban) => all.With(ban)),
            IsAlarmed = isAlarmed,
            Listeners = new(people.Where(person => person.Modes.HasFlag(PersonModes.HearsAnnouncements)).Select(person => person.Id)),
            OnDuty = new(people.Where(person => person.OnDutyAs.IsSome).Select(person => person.Id)),
            Members = new(people.SelectMany(person => person.Who.Account.Map(account => (account.Id, person.Id)).AsEnumerable())),
            PastByEnd = new(past.Select(room => (new PastRoomKey(room.EndedAt, room.Id), room.Name.Key))),
        };
    }

    private static void Write(BinaryWriter to, RuleLimits limits)
    {
        to.Write(limits.RoomsOfPerson);
        to.Write(limits.TopicBytes);
        to.Write(limits.AwayBytes);
        to.Write(limits.SeenIds);
        to.Write(limits.PastRooms);
        to.Write(limits.StaySeconds);
        to.Write(limits.PersistDays);
        to.Write(limits.RedactMinutes);
        to.Write(limits.PersistsUnasked);
    }

    private static RuleLimits ReadLimits(BinaryReader from, int format) => new(
        from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadInt32(),
        format > 6 ? from.ReadInt32() : RuleLimits.First.PersistDays, format > 7 ? from.ReadInt32() : RuleLimits.First.RedactMinutes,
        format > 9 ? from.ReadInt32() : RuleLimits.First.PersistsUnasked);

    private static void Write(BinaryWriter to, (ServerId Key, ServerLife Value) server)
    {
        to.Write(server.Key.Number);
        to.Write(server.Value.Reads);
        to.Write(server.Value.HasEnded);
        to.Write(server.Value.Name);
        to.Write(server.Value.Version);
        to.Write(server.Value.Since.Milliseconds);
    }

    private static (ServerId, ServerLife) ReadServer(BinaryReader from, int format)
    {
        var (server, life) = (new ServerId(from.ReadInt32()), new ServerLife(from.ReadInt32(), from.ReadBoolean()));
        return (server, format < 12 ? life : life with { Name = from.ReadString(), Version = from.ReadString(), Since = new Timestamp(from.ReadInt64()) });
    }

    private static void Write(BinaryWriter to, Person person)
    {
        Write(to, person.Who);
        Write(to, person.RealName);
        Write(to, person.Since);
        Many(to, person.Connections, person.Connections.Count, Write);
        Many(to, person.Rooms, person.Rooms.Count, Write);
        Write(to, person.Seen);
        Maybe(to, person.Away, Write);
        Maybe(to, person.StaysUntil, Write);
        Maybe(to, person.Knocked, Write);
        to.Write(person.ShutsOutGuests);
        Many(to, person.Silences, person.Silences.Count, (_, mask) => to.Write(mask.Text));
        Maybe(to, person.OnDutyAs, Write);
        to.Write((int)person.Modes);
        Many(to, person.Metadata, person.Metadata.Count, Write);
    }

    private static Person ReadPerson(BinaryReader from, int format) => new(
        ReadActor(from), ReadWords(from), ReadTimestamp(from), new(Many(from, ReadConnection)), new(Many(from, ReadRoomId)), ReadSeen(from))
    {
        Away = Maybe(from, ReadWords),
        StaysUntil = Maybe(from, ReadTimestamp),
        Knocked = format > 2 ? Maybe(from, ReadTimestamp) : Option<Timestamp>.None,
        ShutsOutGuests = format > 4 && from.ReadBoolean(),
        Silences = format > 4 ? [.. Many(from, ReadMaskText)] : [],
        OnDutyAs = format > 5 ? Maybe(from, ReadAccount) : Option<AccountRef>.None,
        Modes = format > 5 ? (PersonModes)from.ReadInt32() : PersonModes.None,
        Metadata = format > 8 ? [.. Many(from, ReadMetadata)] : [],
    };

    private static void Write(BinaryWriter to, Room room)
    {
        Write(to, room.Id);
        to.Write(room.Name.Text);
        Write(to, room.Since);
        Maybe(to, room.Topic, Write);
        Many(to, room.Members.AsEnumerable(), room.Members.Count, Write);
        Write(to, room.Seen);
        Many(to, room.Modes.Values, room.Modes.Values.Count, (_, value) => to.Write(value));
        Many(to, room.Spoke.AsEnumerable(), room.Spoke.Count, (_, spoke) =>
        {
            to.Write(spoke.Key.Number);
            Write(to, spoke.Value);
        });
        to.Write(room.Key);
        Many(to, room.Invited, room.Invited.Count, (_, person) => to.Write(person.Number));
        Many(to, room.Masks, room.Masks.Count, Write);
        Many(to, room.Holders.AsEnumerable(), room.Holders.Count, Write);
        Many(to, room.Returning, room.Returning.Count, Write);
        Many(to, room.Metadata, room.Metadata.Count, Write);
    }

    private static void Write(BinaryWriter to, RoomMask mask)
    {
        to.Write((int)mask.List);
        to.Write(mask.Mask.Text);
        Write(to, mask.By);
        Write(to, mask.At);
        Maybe(to, mask.Until, Write);
        Maybe(to, mask.For, Write);
    }

    private static Mask ReadMaskText(BinaryReader from) => Mask.Parse(from.ReadString()).IfFault(_ => throw Bad("mask"));

    private static RoomMask ReadMask(BinaryReader from, int format) => new(
        (MaskList)from.ReadInt32(), ReadMaskText(from), ReadActor(from), ReadTimestamp(from), Maybe(from, ReadTimestamp),
        format > 10 ? Maybe(from, ReadNick) : Option<Nick>.None);

    /// <summary>Whom the masks of a room silence follows from both.</summary>
    private static Room Silencing(Room room, Dictionary<PersonId, Person> people) => room.Masks.IsEmpty ? room : room with
    {
        Silenced = new(room.Members.Keys.Where(member => people.TryGetValue(member, out var person) && room.Silences(person.Who))),
    };

    private static Room ReadRoom(BinaryReader from, int format) => new(
        ReadRoomId(from), ReadRoomName(from), ReadTimestamp(from), Maybe(from, ReadTopic), new(Many(from, ReadMember)), ReadSeen(from))
    {
        Modes = RoomModes.Of(Many(from, _ => from.ReadInt32())),
        Spoke = new(Many(from, _ => (new PersonId(from.ReadInt64()), ReadTimestamp(from)))),
        Key = format > 2 ? from.ReadString() : "",
        Invited = new(format > 2 ? Many(from, _ => new PersonId(from.ReadInt64())) : []),
        Masks = format > 2 ? [.. Many(from, reader => ReadMask(reader, format))] : [],
        Holders = new(format > 3 ? Many(from, ReadHolder) : []),
        Returning = format > 3 ? [.. Many(from, ReadReturning)] : [],
        Metadata = format > 8 ? [.. Many(from, ReadMetadata)] : [],
    };

    private static void Write(BinaryWriter to, Topic topic)
    {
        Write(to, topic.Text);
        Write(to, topic.By);
        Write(to, topic.At);
    }

    private static Topic ReadTopic(BinaryReader from) => new(ReadWords(from), ReadActor(from), ReadTimestamp(from));

    private static void Write(BinaryWriter to, (PersonId Key, Rights Value) member)
    {
        to.Write(member.Key.Number);
        to.Write((int)member.Value);
    }

    private static (PersonId, Rights) ReadMember(BinaryReader from) => (new PersonId(from.ReadInt64()), (Rights)from.ReadInt32());

    private static void Write(BinaryWriter to, (AccountId Key, Rights Value) holder)
    {
        to.Write(holder.Key.Number);
        to.Write((int)holder.Value);
    }

    private static (AccountId, Rights) ReadHolder(BinaryReader from) => (new AccountId(from.ReadInt64()), (Rights)from.ReadInt32());

    private static void Write(BinaryWriter to, Returning returning)
    {
        Write(to, returning.Who);
        to.Write((int)returning.Rights);
        Write(to, returning.Until);
    }

    private static Returning ReadReturning(BinaryReader from) => new(ReadActor(from), (Rights)from.ReadInt32(), ReadTimestamp(from));

    private static void Write(BinaryWriter to, PastRoom past)
    {
        Write(to, past.Id);
        to.Write(past.Name.Text);
        to.Write(past.EndedAt.Number);
        Write(to, past.Seen);
        Maybe(to, past.Topic, Write);
        Many(to, past.Returning, past.Returning.Count, Write);
    }

    private static PastRoom ReadPast(BinaryReader from, int format) => new(ReadRoomId(from), ReadRoomName(from), new Sequence(from.ReadInt64()), ReadSeen(from))
    {
        Topic = format > 3 ? Maybe(from, ReadTopic) : Option<Topic>.None,
        Returning = format > 3 ? [.. Many(from, ReadReturning)] : [],
    };
}
