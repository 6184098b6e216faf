namespace ChatRoom.Simulation.Tests.Wires;

/// <summary>Bytes on their way, first in and first out.</summary>
public sealed class ByteQueue
{
    private byte[] _bytes = new byte[1024];
    private int _start;
    private int _end;

    public int Count => _end - _start;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _end < bytes.Length)
        {
            var room = Count + bytes.Length > _bytes.Length ? new byte[Math.Max(_bytes.Length * 2, Count + bytes.Length)] : _bytes;
            _bytes.AsSpan(_start, Count).CopyTo(room);
            (_bytes, _start, _end) = (room, 0, Count);
        }
        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>The next so many; good until something is added.</summary>
    public ReadOnlySpan<byte> Take(int many)
    {
        var taken = _bytes.AsSpan(_start, many);
        _start += many;
        return taken;
    }

    /// <summary>Only so many of them ever arrive.</summary>
    public void Lose(int left) => _end = _start + Math.Min(left, Count);
}
