using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Tests;

/// <summary>The base of a trimmed journal is kept for ever, so every format that one was written in is read.</summary>
public sealed class WorldFormatTests
{
    /// <summary>As format 1 was written: somebody in a room, and nothing of what came later.</summary>
    [Fact]
    public void A_world_of_format_1_is_read()
    {
        using var reader = new BinaryReader(new MemoryStream(Format1()), Encoding.UTF8);

        var world = WorldFormat.Read(reader, 1);

        Assert.Equal(reader.BaseStream.Length, reader.BaseStream.Position);
        Assert.Empty(Domain.Rules.Invariants.Broken(world));
        var (person, room) = (world.People[new PersonId(1)], world.Rooms[new RoomId(7)]);
        Assert.Equal(("Tuan", "guest", "#lobby", 30), (person.Nick.Text, person.Who.Host, room.Name.Text, room.Modes[RoomMode.Limit]));
        Assert.True(room.Key.Length == 0 && room.Invited.IsEmpty && person.Knocked.IsNone);
    }

    private static byte[] Format1()
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        to.Write(9L); // The last event, and its moment.
        to.Write(1000L);
        to.Write(1L); // The last person, room and server, and the level.
        to.Write(7L);
        to.Write(1);
        to.Write(1);
        foreach (var limit in (int[])[100, 340, 340, 2048, 10_000, 60])
            to.Write(limit);
        to.Write(1); // Servers: one, which lives.
        to.Write(1);
        to.Write(1);
        to.Write(false);
        to.Write(1); // People: who they are, their real name, since when, connections, rooms, ids, away, stay.
        WriteTuan(to);
        to.Write("Real Name");
        to.Write(2L);
        to.Write(1000L);
        to.Write(1);
        to.Write(1);
        to.Write(5L);
        to.Write(1);
        to.Write(7L);
        to.Write(0);
        to.Write(0);
        to.Write(false);
        to.Write(false);
        to.Write(1); // Rooms: number, name, since when, topic, members, ids, modes, who spoke.
        to.Write(7L);
        to.Write("#lobby");
        to.Write(1000L);
        to.Write(true);
        to.Write("tea");
        to.Write(4L);
        WriteTuan(to);
        to.Write(1000L);
        to.Write(1);
        to.Write(1L);
        to.Write((int)Rights.Operator);
        to.Write(0);
        to.Write(0);
        to.Write(3);
        foreach (var mode in (int[])[0, 0, 30])
            to.Write(mode);
        to.Write(0);
        to.Write(0); // Past rooms.
        to.Flush();
        return bytes.ToArray();
    }

    private static void WriteTuan(BinaryWriter to)
    {
        to.Write(1L);
        to.Write("Tuan");
        to.Write("tuan");
        to.Write("guest");
        to.Write(false);
        to.Write(false);
    }
}
