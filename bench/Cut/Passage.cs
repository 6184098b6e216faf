using System.Net.Sockets;

namespace ChatRoom.Bench.Cut;

/// <summary>One connection through the proxy, as long as it lasts.</summary>
internal sealed class Passage(Socket client, Socket server, Action cut)
{
    private readonly Lock _gate = new();
    private (CutKind Kind, int Bytes)? _fate;
    private int _passed;
    private bool _isCut;

    /// <summary>Nothing passes, or only one way, and nobody was told.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>After so many bytes from now, both ways together; null for never.</summary>
    public void CutAfter((CutKind Kind, int Bytes)? fate)
    {
        lock (_gate)
            (_fate, _passed) = (fate, 0);
    }

    public async Task Run(CancellationToken stop)
    {
        using (client)
        using (server)
            await Task.WhenAll(Pump(client, server, isAnswer: false, stop), Pump(server, client, isAnswer: true, stop));
    }

    private async Task Pump(Socket from, Socket to, bool isAnswer, CancellationToken stop)
    {
        // Small, so that cuts fall into the middle of what is said at once.
        var buffer = new byte[512];
        try
        {
            while (await from.ReceiveAsync(buffer, stop) is > 0 and var count)
            {
                var passing = Pass(count, isAnswer);
                for (var sent = 0; sent < passing;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, passing - sent), stop);
                if (passing < count && !IsFrozen)
                    break;
            }
        }
        catch (Exception over) when (over is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side is gone, or the proxy is; the other side learns of it below.
        }
        End();
    }

    /// <summary>How many of these bytes still pass.</summary>
    private int Pass(int count, bool isAnswer)
    {
        lock (_gate)
        {
            if (!_isCut && _fate is { } fate && _passed + count > fate.Bytes)
            {
                var rest = fate.Bytes - _passed;
                Cut(fate.Kind);
                return fate.Kind == CutKind.Deafen && !isAnswer ? count : rest;
            }
            _passed += count;
            return !_isCut || (IsFrozen && _fate?.Kind == CutKind.Deafen && !isAnswer) ? count : 0;
        }
    }

    private void Cut(CutKind kind)
    {
        _isCut = true;
        cut();
        IsFrozen = kind is CutKind.Freeze or CutKind.Deafen;
        if (kind == CutKind.Reset)
        {
            client.LingerState = new LingerOption(true, 0);
            server.LingerState = new LingerOption(true, 0);
        }
    }

    private void End()
    {
        // While it is frozen nobody learns anything: not even that the other side has given up.
        if (IsFrozen)
            return;
        client.Close();
        server.Close();
    }
}
