using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>
/// Writes a world as bytes: people, rooms and past rooms. What can be found by name or by connection follows from them
/// and is made anew when it is read. A change here changes <see cref="Snapshots.Format"/>.
/// </summary>
internal sealed class WorldWriter(BinaryWriter writer)
{
    public void Write(World world)
    {
        writer.Write(world.Last.Number);
        writer.Write(world.Now.Milliseconds);
        writer.Write(world.LastPerson.Number);
        writer.Write(world.LastRoom.Number);
        writer.Write(world.People.Count);
        foreach (var person in world.People.Values)
            Write(person);
        writer.Write(world.Rooms.Count);
        foreach (var room in world.Rooms.Values)
            Write(room);
        writer.Write(world.Past.Count);
        foreach (var past in world.Past.Values)
            Write(past);
    }

    private void Write(Person person)
    {
        Write(person.Who);
        writer.Write(person.RealName);
        writer.Write(person.Since.Milliseconds);
        writer.Write(person.Connections.Count);
        foreach (var connection in person.Connections)
        {
            writer.Write(connection.Server.Number);
            writer.Write(connection.Number);
        }
        writer.Write(person.Rooms.Count);
        foreach (var room in person.Rooms)
            writer.Write(room.Number);
        Write(person.Recent);
        writer.Write(person.Away);
    }

    private void Write(Room room)
    {
        writer.Write(room.Id.Number);
        writer.Write(room.Name.Text);
        writer.Write(room.Since.Milliseconds);
        writer.Write(room.Topic.IsSome);
        if (room.Topic.TryGet(out var topic))
        {
            writer.Write(topic.Text);
            Write(topic.By);
            writer.Write(topic.At.Milliseconds);
        }
        writer.Write(room.Members.Count);
        foreach (var (person, role) in room.Members)
        {
            writer.Write(person.Number);
            writer.Write((byte)role);
        }
        Write(room.Recent);
    }

    private void Write(PastRoom past)
    {
        writer.Write(past.Id.Number);
        writer.Write(past.Name.Text);
        writer.Write(past.EndedAt.Number);
        Write(past.Recent);
    }

    private void Write(Who who)
    {
        writer.Write(who.Id.Number);
        writer.Write(who.Nick.Text);
        writer.Write(who.User);
        writer.Write(who.Account.Match(account => account.Text, () => ""));
    }

    private void Write(Recent recent)
    {
        Write(recent.Young);
        Write(recent.Old);
    }

    private void Write(HashMap<Exactly<SendId>, SendId, Sequence> ids)
    {
        writer.Write(ids.Count);
        foreach (var (id, sequence) in ids)
        {
            writer.Write((ulong)(id.Bits >> 64));
            writer.Write((ulong)id.Bits);
            writer.Write(sequence.Number);
        }
    }
}
