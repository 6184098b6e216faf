using System.Buffers;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// What one connection is still to be sent; back-pressure is a bound here and never a wait. During a turn the hub notes slices and
/// answers; at its end it sends them at once, straight from the renderer's buffer. Only when the client does not keep up, or an answer
/// has to be rendered, a <see cref="Backlog"/> takes over until it has nothing left.
/// </summary>
public sealed class Outbox(IClient client)
{
    private OutboxItem[] _items = [];
    private int _count;
    private bool _ends;
    private Backlog? _backlog;

    /// <summary>Nothing is added any more: the last line is there already, or nobody is.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Its client has not taken everything yet.</summary>
    public bool IsBehind => _backlog is { IsDone: false };

    /// <summary>Whether the hub has it on its list of those to flush.</summary>
    public bool IsNoted { get; set; }

    /// <summary>The hot path: a slice that continues the one before costs little more than a comparison.</summary>
    public void Add(Slice lines)
    {
        if (IsClosed || lines.IsEmpty)
            return;
        if (_count > 0)
        {
            ref var last = ref _items[_count - 1];
            if (last.Answer is null && last.Lines.End == lines.Start)
            {
                last = new OutboxItem(new Slice(last.Lines.Start, last.Lines.Length + lines.Length), null);
                return;
            }
        }
        Append(new OutboxItem(lines, null));
    }

    public void Add(Answer answer)
    {
        if (IsClosed)
            answer.Done();
        else
            Append(new OutboxItem(default, answer));
    }

    /// <summary>The connection ends when what was added so far is sent.</summary>
    public void Close()
    {
        _ends |= !IsClosed;
        IsClosed = true;
    }

    /// <summary>Sends what can be sent at once and leaves the rest to a backlog. False: the client is too far behind.</summary>
    public bool Flush(ILineRenderer renderer, ArrayBufferWriter<byte> scratch)
    {
        var fits = true;
        var items = _items.AsSpan(0, _count);
        if (_backlog is null || !_backlog.TryAppend(items, 0, renderer, _ends, out fits))
            fits = FlushDirectly(items, renderer, scratch);
        items.Clear();
        _count = 0;
        _ends = false;
        return fits;
    }

    /// <summary>Drops whatever waits, says farewell if the client still reads, and ends.</summary>
    public void CutOff(ReadOnlySpan<byte> farewell)
    {
        IsClosed = true;
        if (_backlog is not null && _backlog.TryCutOff(farewell))
            return;
        // It caught up in the last moment, and still has to go: the hub has written it off.
        client.TrySend(farewell);
        client.Finish();
    }

    private bool FlushDirectly(ReadOnlySpan<OutboxItem> items, ILineRenderer renderer, ArrayBufferWriter<byte> scratch)
    {
        _backlog = null;
        var fits = true;
        var bytes = Gather(items, renderer, scratch, out var gathered);
        var sent = bytes.IsEmpty ? 0 : client.TrySend(bytes);
        if (sent < 0)
        {
            Abandon(items);
        }
        else if (sent < bytes.Length || gathered < items.Length)
        {
            _backlog = new Backlog(client);
            _backlog.TryAppend(items, sent, renderer, _ends, out fits);
            _backlog.Start();
        }
        else if (_ends)
        {
            client.Finish();
        }
        return fits;
    }

    /// <summary>What is before the first answer, in one piece.</summary>
    private static ReadOnlySpan<byte> Gather(ReadOnlySpan<OutboxItem> items, ILineRenderer renderer, ArrayBufferWriter<byte> scratch, out int gathered)
    {
        gathered = 0;
        while (gathered < items.Length && items[gathered].Answer is null)
            gathered++;
        if (gathered <= 1)
            return gathered == 0 ? default : renderer.Read(items[0].Lines);
        scratch.ResetWrittenCount();
        foreach (var item in items[..gathered])
            scratch.Write(renderer.Read(item.Lines));
        return scratch.WrittenSpan;
    }

    /// <summary>Nobody is there any more; the session finds that out too and says so.</summary>
    private void Abandon(ReadOnlySpan<OutboxItem> items)
    {
        IsClosed = true;
        foreach (var item in items)
            item.Answer?.Done();
        client.Finish();
    }

    private void Append(OutboxItem item)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, Math.Max(2, _count * 2));
        _items[_count++] = item;
    }
}

/// <summary>One thing in an outbox: lines, or an answer that stands where lines will be.</summary>
public readonly record struct OutboxItem(Slice Lines, Answer? Answer);

/// <summary>Whole lines in the renderer's buffer, valid until the renderer is cleared for the next turn.</summary>
public readonly record struct Slice(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;
}
