using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Transport.Tls;

/// <summary>
/// The way in over TLS: a handshake, and then a connection like any other. Between the hub and the encryption lies a pipe, so
/// that the hub only copies bytes, and each connection encrypts on the thread pool's time.
/// </summary>
/// <param name="serve">Serves a connection, by its number, until it is over.</param>
public sealed class TlsGate(Func<ITransport, long, Task> serve, Certificates certificates, TimeProvider clock, ILogger log)
{
    /// <summary>What arrives is read in pieces of a TLS record's usual size; while nothing arrives, nothing is held.</summary>
    private static readonly StreamPipeReaderOptions Reading = new(bufferSize: 4096, leaveOpen: true, useZeroByteReads: true);

    private static readonly PipeOptions Sending = new(
        pauseWriterThreshold: Limits.UnencryptedBytes, resumeWriterThreshold: Limits.UnencryptedBytes / 2, useSynchronizationContext: false);

    /// <param name="wire">What the encrypted bytes go over; its owner closes it.</param>
    /// <param name="address">Where the client is.</param>
    /// <param name="number">The connection's, by which the log names it.</param>
    /// <param name="abort">Cuts the wire, whatever is under way.</param>
    /// <param name="isOwn">
    /// The client itself speaks TLS with us. A proxy may have begun it anew, with a certificate of its own, which would then prove the same account
    /// for everybody who comes through it.
    /// </param>
    public async Task Serve(Stream wire, string address, long number, Action<string> abort, bool isOwn = true)
    {
        ArgumentNullException.ThrowIfNull(abort);
        var tls = new SslStream(wire, leaveInnerStreamOpen: true);
        await using (tls.ConfigureAwait(false))
        {
            if (!await ShakeHands(tls, address, number).ConfigureAwait(false))
                return;
            var outgoing = new Pipe(Sending);
            var input = PipeReader.Create(tls, Reading);
            var sending = Send(outgoing.Reader, tls, number);
            var certificate = isOwn && tls.RemoteCertificate is { } shown ? shown.GetCertHashString(HashAlgorithmName.SHA256) : null;
            await serve(new PipeTransport(new Duplex(input, outgoing.Writer), address, abort, isEncrypted: true, certificate), number).ConfigureAwait(false);
            // Not by completing the writer: the hub may not know yet that the connection is over, and must not fail over it.
            outgoing.Reader.CancelPendingRead();
            await SentOrGivenUp(sending, abort).ConfigureAwait(false);
            await input.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The internet is full of those who knock with something else, so a failure is nothing for an operator.</summary>
    private async Task<bool> ShakeHands(SslStream tls, string address, long number)
    {
        using var late = new CancellationTokenSource(Limits.TlsHandshake, clock);
        try
        {
            await tls.AuthenticateAsServerAsync(certificates.Current.Options, late.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception failed) when (failed is AuthenticationException or IOException or OperationCanceledException)
        {
            log.LogDebug(LogEvents.NoTls, "Connection {Connection} from {Address} is closed: no TLS: {Why}", number, address, late.IsCancellationRequested ? "it took too long" : failed.Message);
            return false;
        }
    }

    /// <summary>Ends when it is told that nothing more comes, and everything is sent, or that nobody is there any more.</summary>
    private async Task Send(PipeReader outgoing, SslStream tls, long number)
    {
        try
        {
            bool isLast;
            do
            {
                var read = await outgoing.ReadAsync().ConfigureAwait(false);
                foreach (var piece in read.Buffer)
                    await tls.WriteAsync(piece).ConfigureAwait(false);
                outgoing.AdvanceTo(read.Buffer.End);
                isLast = read.IsCanceled || read.IsCompleted;
            }
            while (!isLast);
            // Says that this is the end, and nobody cut the connection.
            await tls.ShutdownAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            log.LogDebug("Connection {Connection}: TLS broke: {Why}", number, gone.Message);
        }
        finally
        {
            // From now on a sender is told that nobody is there.
            await outgoing.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task SentOrGivenUp(Task sending, Action<string> abort)
    {
        try
        {
            await sending.WaitAsync(Limits.CloseTimeout, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            abort("it did not hear its last lines in time");
            await sending.ConfigureAwait(false);
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
