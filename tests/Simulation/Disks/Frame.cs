using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Simulation.Tests.Disks;

/// <summary>A turn as bytes: its length, a sum over what follows, and then who wrote it, events, facts, and what it forgets.</summary>
public static class Frame
{
    private const int Head = sizeof(int) + sizeof(ulong);

    public static byte[] Write(long writer, TurnToKeep turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        using var stream = new MemoryStream();
        using var bytes = new BinaryWriter(stream, Encoding.UTF8);
        bytes.Write(new byte[Head]);
        bytes.Write(writer);
        bytes.Write(turn.Events.Count);
        using var encoder = new EventEncoder();
        foreach (var recorded in turn.Events)
            Write(bytes, recorded, encoder);
        bytes.Write(turn.Facts.Count);
        foreach (var fact in turn.Facts)
        {
            bytes.Write(fact.Kind);
            bytes.Write(fact.Key);
            bytes.Write(fact.GreatestWins);
            bytes.Write(fact.Value?.Length ?? -1);
            bytes.Write((fact.Value ?? default).Span);
        }
        var frame = stream.ToArray();
        BitConverter.TryWriteBytes(frame, frame.Length);
        BitConverter.TryWriteBytes(frame.AsSpan(sizeof(int)), Sum(frame.AsSpan(Head)));
        return frame;
    }

    public static bool IsWhole(byte[] frame) => frame.Length > Head && BitConverter.ToInt32(frame) == frame.Length
        && BitConverter.ToUInt64(frame, sizeof(int)) == Sum(frame.AsSpan(Head));

    public static (long Writer, TurnToKeep Turn) Read(byte[] frame)
    {
        if (!IsWhole(frame))
            throw new InvalidDataException("A frame in the middle of the file is not whole.");
        using var stream = new MemoryStream(frame, Head, frame.Length - Head);
        using var bytes = new BinaryReader(stream, Encoding.UTF8);
        var writer = bytes.ReadInt64();
        var events = Many(bytes, () => ReadEvent(bytes));
        var facts = Many(bytes, () => ReadFact(bytes));
        return (writer, new TurnToKeep(events, facts, [.. events.Select(recorded => recorded.Event).OfType<Event.Forgotten>().Select(forgotten => forgotten.What)]));
    }

    private static void Write(BinaryWriter bytes, Recorded recorded, EventEncoder encoder)
    {
        var stored = encoder.Encode(recorded.Event);
        bytes.Write(recorded.Sequence.Number);
        bytes.Write(recorded.At.Milliseconds);
        bytes.Write(recorded.Origin is not null);
        bytes.Write(recorded.Origin?.Server.Number ?? 0);
        bytes.Write(recorded.Origin?.Number ?? 0);
        bytes.Write(stored.Kind);
        bytes.Write(stored.Version);
        bytes.Write(stored.HasBody);
        Write(bytes, stored.Header);
        Write(bytes, stored.Body);
        Write(bytes, stored.Attributes);
    }

    private static Recorded ReadEvent(BinaryReader bytes)
    {
        var (sequence, at) = (new Sequence(bytes.ReadInt64()), new Timestamp(bytes.ReadInt64()));
        var hasOrigin = bytes.ReadBoolean();
        var origin = new ConnectionId(new ServerId(bytes.ReadInt32()), bytes.ReadInt64());
        var (kind, version, hasBody) = (bytes.ReadInt32(), bytes.ReadInt32(), bytes.ReadBoolean());
        var (header, body, attributes) = (ReadBytes(bytes), ReadBytes(bytes), ReadBytes(bytes));
        var happened = EventDecoder.Decode(new StoredEvent(kind, version, header, hasBody, body, attributes));
        return new Recorded(sequence, at, hasOrigin ? origin : null, happened);
    }

    private static StoredFact ReadFact(BinaryReader bytes)
    {
        var (kind, key, greatestWins, length) = (bytes.ReadInt32(), bytes.ReadString(), bytes.ReadBoolean(), bytes.ReadInt32());
        return new StoredFact(kind, key, length < 0 ? StoredFact.Gone : bytes.ReadBytes(length), greatestWins);
    }

    private static T[] Many<T>(BinaryReader bytes, Func<T> read)
    {
        var items = new T[bytes.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    private static void Write(BinaryWriter bytes, ReadOnlySpan<byte> span)
    {
        bytes.Write(span.Length);
        bytes.Write(span);
    }

    private static byte[] ReadBytes(BinaryReader bytes) => bytes.ReadBytes(bytes.ReadInt32());

    /// <summary>FNV-1a: enough to tell a part from the whole.</summary>
    private static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 14695981039346656037UL;
        foreach (var one in bytes)
            sum = (sum ^ one) * 1099511628211UL;
        return sum;
    }
}
