using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// Writes a world as bytes, in an order that is the same everywhere, so that equal worlds give equal bytes and servers can compare
/// digests. What can be found by name or by connection follows from it and is made anew when it is read. Snapshots, which can be
/// thrown away, and the bases of trimmed journals, which are kept for ever, both are written so: a change here raises
/// <see cref="Format"/>, and the reader goes on reading every format before.
/// </summary>
internal sealed class WorldWriter(BinaryWriter writer)
{
    public const int Format = 1;

    public void Write(World world)
    {
        writer.Write(world.Last.Number);
        writer.Write(world.Now.Milliseconds);
        writer.Write(world.LastPerson.Number);
        writer.Write(world.LastRoom.Number);
        writer.Write(world.LastServer.Number);
        writer.Write(world.Level);
        Write(world.Limits);
        Many(world.Servers.AsEnumerable(), world.Servers.Count, Write);
        Many(world.People.Values.OrderBy(person => person.Id), world.People.Count, Write);
        Many(world.Rooms.Values.OrderBy(room => room.Id), world.Rooms.Count, Write);
        Many(world.Past.Values.OrderBy(past => past.Id), world.Past.Count, Write);
    }

    private void Write(RuleLimits limits)
    {
        writer.Write(limits.RoomsOfPerson);
        writer.Write(limits.TopicBytes);
        writer.Write(limits.AwayBytes);
        writer.Write(limits.SeenIds);
        writer.Write(limits.PastRooms);
        writer.Write(limits.StaySeconds);
    }

    private void Write((ServerId Key, ServerLife Value) server)
    {
        writer.Write(server.Key.Number);
        writer.Write(server.Value.Reads);
        writer.Write(server.Value.HasEnded);
    }

    private void Write(Person person)
    {
        Write(person.Who);
        Write(person.RealName);
        writer.Write(person.Since.Milliseconds);
        Many(person.Connections, person.Connections.Count, connection =>
        {
            writer.Write(connection.Server.Number);
            writer.Write(connection.Number);
        });
        Many(person.Rooms, person.Rooms.Count, room => writer.Write(room.Number));
        Write(person.Seen);
        Maybe(person.Away, Write);
        Maybe(person.StaysUntil, until => writer.Write(until.Milliseconds));
    }

    private void Write(Room room)
    {
        writer.Write(room.Id.Number);
        writer.Write(room.Name.Text);
        writer.Write(room.Since.Milliseconds);
        Maybe(room.Topic, topic =>
        {
            Write(topic.Text);
            Write(topic.By);
            writer.Write(topic.At.Milliseconds);
        });
        Many(room.Members.AsEnumerable(), room.Members.Count, member =>
        {
            writer.Write(member.Key.Number);
            writer.Write((int)member.Value);
        });
        Write(room.Seen);
    }

    private void Write(PastRoom past)
    {
        writer.Write(past.Id.Number);
        writer.Write(past.Name.Text);
        writer.Write(past.EndedAt.Number);
        Write(past.Seen);
    }

    private void Write(Actor who)
    {
        writer.Write(who.Id.Number);
        writer.Write(who.Nick.Text);
        writer.Write(who.User);
        writer.Write(who.Host);
        Maybe(who.Account, account =>
        {
            writer.Write(account.Id.Number);
            writer.Write(account.Name.Text);
        });
        writer.Write(who.IsBot);
    }

    private void Write(Words words)
    {
        writer.Write(words.Text);
        writer.Write(words.At.Number);
    }

    private void Write(SeenIds seen)
    {
        Write(seen.Young);
        Write(seen.Old);
    }

    private void Write(HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence> ids) => Many(ids.AsEnumerable().OrderBy(id => id.Value), ids.Count, id =>
    {
        writer.Write((ulong)(id.Key.Bits >> 64));
        writer.Write((ulong)id.Key.Bits);
        writer.Write(id.Value.Number);
    });

    private void Maybe<T>(Option<T> option, Action<T> write)
    {
        writer.Write(option.IsSome);
        option.IfSome(write);
    }

    private void Many<T>(IEnumerable<T> items, int count, Action<T> write)
    {
        writer.Write(count);
        foreach (var item in items)
            write(item);
    }
}
