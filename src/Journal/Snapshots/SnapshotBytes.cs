using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using ChatRoom.Journal.Codec;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Snapshots;

/// <summary>A snapshot as bytes, wherever they lie: the world, whose journal it is of, and a checksum.</summary>
public static class SnapshotBytes
{
    private static ReadOnlySpan<byte> Magic => "ChatRoom world\n"u8;

    public static byte[] Write(World world, Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        ArgumentNullException.ThrowIfNull(world);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(WorldFormat.Newest);
            writer.Write(epochs.Of(world.Last));
            WorldFormat.Write(writer, world);
            writer.Write(Checksum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        }
        return bytes.ToArray();
    }

    /// <summary>The world of this journal, at an event that the journal has.</summary>
    public static SnapshotLoad Read(byte[] bytes, Epochs epochs, Sequence last)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        try
        {
            return Parse(bytes, epochs, last);
        }
        catch (Exception unusable) when (unusable is IOException or InvalidDataException or ArgumentException)
        {
            return SnapshotLoad.Ignore($"it can't be read: {unusable.Message}");
        }
    }

    private static SnapshotLoad Parse(byte[] bytes, Epochs epochs, Sequence last)
    {
        var content = bytes.AsSpan();
        if (!content.StartsWith(Magic) || content.Length < Magic.Length + (2 * sizeof(int)))
            return SnapshotLoad.Ignore("it is no snapshot");
        using var stream = new MemoryStream(bytes, Magic.Length, bytes.Length - Magic.Length - sizeof(uint), writable: false);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var format = reader.ReadInt32();
        if (format is < WorldFormat.Whole or > WorldFormat.Newest)
            return SnapshotLoad.Ignore($"it has format {format} and this version knows {WorldFormat.Whole} to {WorldFormat.Newest}");
        if (MemoryMarshal.Read<uint>(content[^sizeof(uint)..]) != Checksum(content[..^sizeof(uint)]))
            return SnapshotLoad.Ignore("it is damaged: its checksum is wrong");
        var found = reader.ReadString();
        var world = WorldFormat.Read(reader, format);
        if (epochs.Of(world.Last) is var epoch && found != epoch)
            return SnapshotLoad.Ignore($"it belongs to journal {found}, and this one is {epoch}");
        return world.Last.CompareTo(last) > 0
            ? SnapshotLoad.Ignore($"it is of event {world.Last.Number}, and the journal ends at {last.Number}")
            : SnapshotLoad.Of(world);
    }

    /// <summary>CRC-32C, which processors compute: it finds accidents, and nobody hostile writes into the data folder.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            checksum = BitOperations.Crc32C(checksum, word);
        foreach (var rest in bytes[(bytes.Length & ~7)..])
            checksum = BitOperations.Crc32C(checksum, rest);
        return ~checksum;
    }
}
