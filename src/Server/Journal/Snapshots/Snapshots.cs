using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>
/// The world as it was at some event, so that a start need not replay the whole journal. It can be thrown away at any
/// time: whatever is wrong with it, the journal knows better.
/// </summary>
public sealed class Snapshots(string path)
{
    private static ReadOnlySpan<byte> Magic => "ChatRoom world\n"u8;

    private readonly Lock _gate = new();
    private Sequence _least;

    /// <summary>
    /// Words are forgotten by this event, and a snapshot of a world before it may hold them: it goes now, and none is saved any more.
    /// </summary>
    public void Outdate(Sequence forgotten)
    {
        lock (_gate)
        {
            _least = forgotten;
            File.Delete(path);
        }
    }

    /// <summary>May run beside anything else, once at a time. Under its name there is always a whole snapshot or none.</summary>
    public void Save(World world, Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        ArgumentNullException.ThrowIfNull(world);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(WorldWriter.Format);
            writer.Write(epochs.Of(world.Last));
            new WorldWriter(writer).Write(world);
            writer.Write(Checksum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        }
        var unfinished = $"{path}.new";
        using (var file = PrivateFile.Create(unfinished))
        {
            bytes.WriteTo(file);
            file.Flush(flushToDisk: true);
        }
        lock (_gate)
        {
            if (world.Last.CompareTo(_least) < 0)
                File.Delete(unfinished);
            else
                File.Move(unfinished, path, overwrite: true);
        }
    }

    /// <summary>The world of this journal, at an event that the journal has.</summary>
    public SnapshotLoad TryLoad(Epochs epochs, Sequence last)
    {
        try
        {
            return File.Exists(path) ? Read(File.ReadAllBytes(path), epochs, last) : SnapshotLoad.Missing;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            return SnapshotLoad.Ignore($"it can't be read: {unusable.Message}");
        }
    }

    private static SnapshotLoad Read(byte[] bytes, Epochs epochs, Sequence last)
    {
        var content = bytes.AsSpan();
        if (!content.StartsWith(Magic) || content.Length < Magic.Length + (2 * sizeof(int)))
            return SnapshotLoad.Ignore("it is no snapshot");
        using var stream = new MemoryStream(bytes, Magic.Length, bytes.Length - Magic.Length - sizeof(uint), writable: false);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var format = reader.ReadInt32();
        if (format != WorldWriter.Format)
            return SnapshotLoad.Ignore($"it has format {format} and this version knows {WorldWriter.Format}");
        if (MemoryMarshal.Read<uint>(content[^sizeof(uint)..]) != Checksum(content[..^sizeof(uint)]))
            return SnapshotLoad.Ignore("it is damaged: its checksum is wrong");
        var found = reader.ReadString();
        var world = new WorldReader(reader).Read(format);
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
