using System.Buffers;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// The send queue of a slow client: sends what was not taken at once, in order, rendering answers when it is their turn. The hub appends and
/// a task of its own sends; the lock is held for neither sending nor rendering. Once it has nothing left it is done for
/// good and the way out belongs to the hub again, so a client that catches up costs no memory.
/// </summary>
public sealed class Backlog(IClient client)
{
    private static readonly Pool<ArrayBufferWriter<byte>> Pages = new(() => new ArrayBufferWriter<byte>(Limits.AnswerBytes));

    private readonly Lock _gate = new();
    private readonly Queue<Piece> _pieces = new();
    private byte[] _open = [];
    private int _openLength;
    private int _waiting;
    private bool _ends;
    private bool _isBegun;
    private bool _isDeaf;
    private volatile bool _isDone;

    /// <summary>Everything is sent, and the way out belongs to the hub again.</summary>
    public bool IsDone => _isDone;

    public void Start() => client.Workers.Schedule(static backlog => _ = ((Backlog)backlog!).Run(), this);

    /// <summary>
    /// Takes over what is to be sent, from <paramref name="skip"/> bytes on. False: it is done, and the caller sends
    /// alone. <paramref name="fits"/> is false when more waits now than a client may let wait.
    /// </summary>
    public bool TryAppend(ReadOnlySpan<OutboxItem> items, int skip, ILineRenderer renderer, bool ends, out bool fits)
    {
        lock (_gate)
        {
            fits = true;
            if (_isDeaf)
            {
                foreach (var item in items)
                    item.Answer?.Done();
                return true;
            }
            if (_isDone)
                return false;
            _isBegun |= skip > 0;
            foreach (var item in items)
            {
                if (item.Answer is not null)
                {
                    Seal();
                    _pieces.Enqueue(new Piece(default, item.Answer));
                    continue;
                }
                var bytes = renderer.Read(item.Lines);
                var skipped = Math.Min(skip, bytes.Length);
                skip -= skipped;
                Append(bytes[skipped..]);
            }
            _ends |= ends;
            fits = _waiting <= client.MostWaiting;
            return true;
        }
    }

    /// <summary>
    /// Drops all but the piece that is on its way, or that goes on in the middle of a line, so that what the client reads
    /// still ends at the end of a line. False: it is done, and the caller says farewell alone.
    /// </summary>
    public bool TryCutOff(ReadOnlySpan<byte> farewell)
    {
        lock (_gate)
        {
            if (_isDone)
                return false;
            Seal();
            Piece? begun = _isBegun && _pieces.TryDequeue(out var first) ? first : null;
            Drop();
            if (begun is { } kept)
                _pieces.Enqueue(kept);
            _waiting = begun?.Bytes.Length ?? 0;
            Append(farewell);
            _ends = true;
            return true;
        }
    }

    private async Task Run()
    {
        try
        {
            while (TryTake(out var piece))
            {
                if (!await Send(piece).ConfigureAwait(false))
                    Abandon();
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // An answer that can't be given, because the disk does not read for example, ends this connection alone.
            Abandon();
            client.Finish(fault);
        }
    }

    private async ValueTask<bool> Send(Piece piece)
    {
        try
        {
            return piece.Answer is null
                ? await Send(piece.Bytes).ConfigureAwait(false)
                : await Send(piece.Answer).ConfigureAwait(false);
        }
        finally
        {
            Release(piece);
        }
    }

    private async Task<bool> Send(Answer answer)
    {
        var page = Pages.Rent();
        try
        {
            bool more;
            do
            {
                page.ResetWrittenCount();
                more = answer.Waits ? await Task.Run(() => answer.WritePage(page)).ConfigureAwait(false) : answer.WritePage(page);
                if (page.WrittenCount > 0 && !await Send(page.WrittenMemory).ConfigureAwait(false))
                    return false;
            }
            while (more);
            return true;
        }
        finally
        {
            Pages.Return(page);
        }
    }

    /// <summary>Most answers go out at once; a socket that once had to wait keeps what it waited with for good.</summary>
    private ValueTask<bool> Send(ReadOnlyMemory<byte> bytes)
    {
        var sent = client.TrySend(bytes.Span);
        return sent < 0 || sent == bytes.Length ? new ValueTask<bool>(sent >= 0) : client.SendAsync(bytes[sent..]);
    }

    private bool TryTake(out Piece piece)
    {
        lock (_gate)
        {
            if (_pieces.Count == 0)
                Seal();
            if (_pieces.TryDequeue(out piece))
            {
                _waiting -= piece.Bytes.Length;
                _isBegun = false;
                return true;
            }
            _isDone = true;
        }
        if (_ends)
            client.Finish();
        return false;
    }

    /// <summary>Nobody hears anything any more: what waits is dropped, and so is what is still to come.</summary>
    private void Abandon()
    {
        lock (_gate)
        {
            Seal();
            Drop();
            (_ends, _isDeaf) = (true, true);
        }
    }

    private void Drop()
    {
        foreach (var piece in _pieces)
            Release(piece);
        _pieces.Clear();
        _waiting = 0;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        if (_open.Length - _openLength < bytes.Length)
        {
            Seal();
            _open = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length, Limits.PageBytes));
        }
        bytes.CopyTo(_open.AsSpan(_openLength));
        _openLength += bytes.Length;
        _waiting += bytes.Length;
    }

    /// <summary>Nothing is added any more to the piece that was filled until now.</summary>
    private void Seal()
    {
        if (_openLength > 0)
            _pieces.Enqueue(new Piece(_open.AsMemory(0, _openLength), null));
        (_open, _openLength) = ([], 0);
    }

    private static void Release(Piece piece)
    {
        if (piece.Answer is not null)
            piece.Answer.Done();
        else if (System.Runtime.InteropServices.MemoryMarshal.TryGetArray<byte>(piece.Bytes, out var rented))
            ArrayPool<byte>.Shared.Return(rented.Array!);
    }

    private readonly record struct Piece(ReadOnlyMemory<byte> Bytes, Answer? Answer);
}
