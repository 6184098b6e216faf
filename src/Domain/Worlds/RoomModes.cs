using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;

namespace ChatRoom.Domain.Worlds;

/// <summary>How the modes of a room are set. Equal settings are equal values.</summary>
public readonly record struct RoomModes
{
    /// <summary>By mode, as far as the last that is set.</summary>
    private readonly ValueList<int> _values;

    private RoomModes(ValueList<int> values) => _values = values;

    public int this[RoomMode mode] => (int)mode < _values.Count ? _values[(int)mode] : 0;

    public bool Has(RoomMode mode) => this[mode] != 0;

    public ValueList<int> Values => _values;

    public static RoomModes Of(ReadOnlySpan<int> values) => new([.. values.TrimEnd(0)]);

    public RoomModes With(RoomMode mode, int value)
    {
        Span<int> values = stackalloc int[Math.Max(_values.Count, (int)mode + 1)];
        _values.Span.CopyTo(values);
        values[(int)mode] = value;
        return Of(values);
    }
}
