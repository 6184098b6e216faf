using System.Runtime.InteropServices;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// The renderings of the event that is being told. Connections differ in many ways and an event depends on few of them, so it is rendered once
/// for each difference that it has: two or three times, however many capabilities there are.
/// </summary>
public sealed class Renderings(ILineRenderer renderer)
{
    private readonly List<(ulong Variant, Slice Lines)> _rendered = [];
    private Recorded? _what;
    private ulong _cares;
    private int _latest;

    /// <summary>What came of the events that are told now.</summary>
    public World World { get; set; } = World.Empty;

    public void Clear()
    {
        _what = null;
        _rendered.Clear();
    }

    public Slice Of(Recorded what, ulong variant)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (!ReferenceEquals(_what, what))
        {
            Clear();
            (_what, _cares) = (what, renderer.Cares(what.Event));
        }
        variant &= _cares;
        var rendered = CollectionsMarshal.AsSpan(_rendered);
        // Most hear as the one before them does.
        if ((uint)_latest < (uint)rendered.Length && rendered[_latest].Variant == variant)
            return rendered[_latest].Lines;
        for (_latest = 0; _latest < rendered.Length; _latest++)
        {
            if (rendered[_latest].Variant == variant)
                return rendered[_latest].Lines;
        }
        var lines = renderer.Tell(what, variant, World);
        _rendered.Add((variant, lines));
        return lines;
    }
}
