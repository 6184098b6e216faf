using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Codec;

/// <summary>The parts of a world that several things in it have: who somebody is, words, ids, what may be missing, and lists.</summary>
public static partial class WorldFormat
{
    private static void Write(BinaryWriter to, Actor who)
    {
        to.Write(who.Id.Number);
        Write(to, who.Nick);
        to.Write(who.User);
        to.Write(who.Host);
        Maybe(to, who.Account, Write);
        to.Write(who.IsBot);
    }

    private static void Write(BinaryWriter to, Nick nick) => to.Write(nick.Text);

    private static Nick ReadNick(BinaryReader from) => Nick.Parse(from.ReadString()).IfFault(_ => throw Bad("nickname"));

    private static Actor ReadActor(BinaryReader from) => new(
        new PersonId(from.ReadInt64()), ReadNick(from),
        from.ReadString(), from.ReadString(), Maybe(from, ReadAccount), from.ReadBoolean());

    private static void Write(BinaryWriter to, Account account)
    {
        Write(to, account.Ref);
        Write(to, account.Since);
        Many(to, account.Metadata, account.Metadata.Count, Write);
    }

    private static Account ReadAccountState(BinaryReader from, int format)
    {
        var account = ReadAccount(from);
        return new Account(account.Id, account.Name, ReadTimestamp(from)) { Metadata = format > 8 ? [.. Many(from, ReadMetadata)] : [] };
    }

    private static void Write(BinaryWriter to, MetadataEntry entry)
    {
        to.Write(entry.Key.Text);
        Write(to, entry.Value);
    }

    private static MetadataEntry ReadMetadata(BinaryReader from) => new(
        MetadataKey.Parse(from.ReadString()).IfNone(() => throw Bad("key")), ReadWords(from));

    private static void Write(BinaryWriter to, (AccountId Key, Powers Value) one)
    {
        to.Write(one.Key.Number);
        to.Write((int)one.Value);
    }

    private static (AccountId, Powers) ReadOperator(BinaryReader from) => (new AccountId(from.ReadInt64()), (Powers)from.ReadInt32());

    private static void Write(BinaryWriter to, ServerBan ban)
    {
        Maybe(to, ban.Of is BanTarget.OfAccount one ? one.Account : Option<AccountRef>.None, Write);
        to.Write(ban.Of is BanTarget.OfMask mask ? mask.Mask.Text : "");
        to.Write(ban.Of is BanTarget.OfRange range ? RangeText.Format(range.Range) : "");
        Maybe(to, ban.By, Write);
        Write(to, ban.At);
        Maybe(to, ban.Until, Write);
        Write(to, ban.Reason);
    }

    private static ServerBan ReadServerBan(BinaryReader from)
    {
        var (account, mask, range) = (Maybe(from, ReadAccount), from.ReadString(), from.ReadString());
        BanTarget of = account.TryGet(out var one) ? new BanTarget.OfAccount(one)
            : range.Length > 0 ? new BanTarget.OfRange(RangeText.Parse(range) ?? throw Bad("range"))
            : new BanTarget.OfMask(Mask.Parse(mask).IfFault(_ => throw Bad("mask")));
        return new ServerBan(of, Maybe(from, ReadActor), ReadTimestamp(from), Maybe(from, ReadTimestamp), ReadWords(from));
    }

    private static void Write(BinaryWriter to, AccountRef account)
    {
        to.Write(account.Id.Number);
        to.Write(account.Name.Text);
    }

    private static AccountRef ReadAccount(BinaryReader from) => new(
        new AccountId(from.ReadInt64()), AccountName.Parse(from.ReadString()).IfFault(_ => throw Bad("account's name")));

    private static void Write(BinaryWriter to, Words words)
    {
        to.Write(words.Text);
        to.Write(words.At.Number);
    }

    private static Words ReadWords(BinaryReader from) => new(from.ReadString(), new Sequence(from.ReadInt64()));

    private static void Write(BinaryWriter to, SeenIds seen)
    {
        Write(to, seen.Young);
        Write(to, seen.Old);
    }

    private static SeenIds ReadSeen(BinaryReader from) => new(ReadIds(from), ReadIds(from));

    private static void Write(BinaryWriter to, HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence> ids) =>
        Many(to, ids.AsEnumerable().OrderBy(id => id.Value), ids.Count, (_, id) =>
        {
            to.Write((ulong)(id.Key.Bits >> 64));
            to.Write((ulong)id.Key.Bits);
            to.Write(id.Value.Number);
        });

    private static HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence> ReadIds(BinaryReader from)
    {
        var ids = HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence>.Empty;
        for (var left = ReadCount(from); left > 0; left--)
        {
            var id = new IdempotencyKey(new UInt128(from.ReadUInt64(), from.ReadUInt64()));
            ids = ids.AddOrUpdate(id, new Sequence(from.ReadInt64()));
        }
        return ids;
    }

    private static void Write(BinaryWriter to, ConnectionId connection)
    {
        to.Write(connection.Server.Number);
        to.Write(connection.Number);
    }

    private static ConnectionId ReadConnection(BinaryReader from) => new(new ServerId(from.ReadInt32()), from.ReadInt64());

    private static void Write(BinaryWriter to, RoomId room) => to.Write(room.Number);

    private static RoomId ReadRoomId(BinaryReader from) => new(from.ReadInt64());

    private static RoomName ReadRoomName(BinaryReader from) => RoomName.Parse(from.ReadString()).IfFault(_ => throw Bad("room's name"));

    private static void Write(BinaryWriter to, Timestamp moment) => to.Write(moment.Milliseconds);

    private static Timestamp ReadTimestamp(BinaryReader from) => new(from.ReadInt64());

    private static void Maybe<T>(BinaryWriter to, Option<T> option, Action<BinaryWriter, T> write)
    {
        to.Write(option.IsSome);
        option.IfSome(value => write(to, value));
    }

    private static Option<T> Maybe<T>(BinaryReader from, Func<BinaryReader, T> read) => from.ReadBoolean() ? read(from) : Option<T>.None;

    private static void Many<T>(BinaryWriter to, IEnumerable<T> items, int count, Action<BinaryWriter, T> write)
    {
        to.Write(count);
        foreach (var item in items)
            write(to, item);
    }

    /// <summary>The order is that of the bytes, so it is read at once and never lazily.</summary>
    private static T[] Many<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var items = new T[ReadCount(from)];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(from);
        return items;
    }

    /// <summary>Each thing has at least a byte, so a damaged number can't ask for more memory than the file is large.</summary>
    private static int ReadCount(BinaryReader from)
    {
        var count = from.ReadInt32();
        return count >= 0 && count <= from.BaseStream.Length ? count : throw new InvalidDataException("a number is not valid");
    }

    private static InvalidDataException Bad(string what) => new($"a {what} is not valid");
}
