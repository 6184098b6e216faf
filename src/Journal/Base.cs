using System.Security.Cryptography;
using System.Text;
using ChatRoom.Journal.Codec;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal;

/// <summary>
/// The world at an event of a journal that was trimmed: rows of comings and goings up to there may be missing, so no replay can
/// make it again. It belongs to the journal and is kept with it, while a snapshot may be thrown away.
/// </summary>
public sealed record Base(Sequence At, int Format, ReadOnlyMemory<byte> Digest, ReadOnlyMemory<byte> Bytes)
{
    public static Base Of(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var bytes = WorldFormat.Bytes(world);
        return new Base(world.Last, WorldFormat.Newest, SHA256.HashData(bytes), bytes);
    }

    /// <exception cref="InvalidDataException">It is damaged; the message says how.</exception>
    public World World()
    {
        if (Format > WorldFormat.Newest)
            throw new InvalidDataException($"the base of the trimmed journal has format {Format}, from a newer version; this one knows {WorldFormat.Newest}");
        if (!SHA256.HashData(Bytes.Span).AsSpan().SequenceEqual(Digest.Span))
            throw new InvalidDataException("the base of the trimmed journal is damaged: its digest is wrong");
        using var stream = new MemoryStream(Bytes.ToArray(), writable: false);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var world = WorldFormat.Read(reader, Format);
        return world.Last == At ? world : throw new InvalidDataException("the base of the trimmed journal is of another event than it says");
    }

    /// <summary>The same world without these words.</summary>
    public Base Without(Forgetting what)
    {
        var world = World();
        var without = StateMachine.Apply(world, new Recorded(world.Last.Next, world.Now, null, new Event.Forgotten(what))).World;
        return Of(without with { Last = world.Last, Now = world.Now });
    }
}
