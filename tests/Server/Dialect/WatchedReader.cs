using System.Buffers;
using System.IO.Pipelines;

namespace ChatRoom.Server.Tests.Dialect;

/// <summary>Knows how much of what was sent its reader has done with, so that a test can wait for that.</summary>
internal sealed class WatchedReader(PipeReader inner) : PipeReader
{
    private readonly Lock _gate = new();
    private readonly List<(long Bytes, TaskCompletionSource Done)> _waiting = [];
    private ReadOnlySequence<byte> _buffer;
    private long _consumed;
    private long _examined;

    /// <summary>Ends when so many bytes were looked at, and more are wanted.</summary>
    public Task WhenExamined(long bytes)
    {
        lock (_gate)
        {
            if (_examined >= bytes)
                return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((bytes, done));
            return done.Task.WaitAsync(Client.Deadline);
        }
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(cancellationToken).ConfigureAwait(false);
        _buffer = read.Buffer;
        return read;
    }

    public override bool TryRead(out ReadResult result)
    {
        var isRead = inner.TryRead(out result);
        _buffer = result.Buffer;
        return isRead;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        lock (_gate)
        {
            _examined = _consumed + _buffer.Slice(0, examined).Length;
            _consumed += _buffer.Slice(0, consumed).Length;
            foreach (var (_, done) in _waiting.Where(one => one.Bytes <= _examined))
                done.TrySetResult();
        }
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);
}
