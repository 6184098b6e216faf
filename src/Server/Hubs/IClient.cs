using System.IO.Pipelines;
using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// The client at the end of a connection, as the hub sees it. Its way out has one user at a time: the hub while the
/// client keeps up, and the client's <see cref="Backlog"/> while it doesn't. No call may run anybody's continuation on
/// the caller's thread.
/// </summary>
public interface IClient
{
    /// <summary>Of the certificate that the client showed when TLS began; null for none.</summary>
    Domain.Names.CertificatePrint? Certificate => null;

    /// <summary>Where work goes on that must not run on the hub's thread: the pool, or what a simulator puts in its place.</summary>
    PipeScheduler Workers { get; }

    /// <summary>Sends what can be sent without waiting and says how much that was; -1 when nobody is there any more.</summary>
    int TrySend(ReadOnlySpan<byte> bytes);

    /// <summary>Sends everything, however long that takes; false when nobody is there any more.</summary>
    ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>How many bytes may wait for it; with more it is closed.</summary>
    int MostWaiting { get; }

    /// <summary>Everything is sent that ever will be, or <paramref name="fault"/> came in between.</summary>
    void Finish(Exception? fault = null);

    /// <summary>The end is near, for this reason: it has to come within seconds, even if not everything can be sent.</summary>
    void Hurry(Ending why);

    /// <summary>Its person was let in, or was not.</summary>
    void Admitted(bool isIn);

    /// <summary>One of its messages is answered.</summary>
    void Answered();
}
