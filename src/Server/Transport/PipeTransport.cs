using System.Buffers;
using System.IO.Pipelines;

namespace ChatRoom.Server.Transport;

/// <summary>A stream that is a pair of pipes: what lies behind TLS, and what tests hold in their hands.</summary>
public sealed class PipeTransport(IDuplexPipe pipe, string address, Action<string> abort, bool isEncrypted = false, string? certificate = null) : ITransport
{
    private Task<FlushResult> _flushing = Task.FromResult(default(FlushResult));

    public PipeReader Input => pipe.Input;

    public string Address => address;

    public bool IsEncrypted => isEncrypted;

    public string? Certificate => certificate;

    /// <summary>A pipe takes everything; how long its flush takes says whether the other side keeps up.</summary>
    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        if (!_flushing.IsCompleted)
            return 0;
        if (!IsOpen(_flushing))
            return -1;
        pipe.Output.Write(bytes);
        _flushing = pipe.Output.FlushAsync().AsTask();
        return bytes.Length;
    }

    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (!IsOpen(await Settled().ConfigureAwait(false)))
            return false;
        pipe.Output.Write(bytes.Span);
        _flushing = pipe.Output.FlushAsync().AsTask();
        return IsOpen(await Settled().ConfigureAwait(false));
    }

    public void Abort(string reason) => abort(reason);

    private async ValueTask<Task<FlushResult>> Settled()
    {
        await ((Task)_flushing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _flushing;
    }

    private static bool IsOpen(Task<FlushResult> flushed) => flushed.IsCompletedSuccessfully && !flushed.Result.IsCompleted;
}
