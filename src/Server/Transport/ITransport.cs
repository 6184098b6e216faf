using System.IO.Pipelines;

namespace ChatRoom.Server.Transport;

/// <summary>A byte stream to a client: TCP, TLS, or a pair of pipes in memory.</summary>
public interface ITransport
{
    PipeReader Input { get; }

    /// <summary>Where the client is, for logs and limits; it never becomes part of an event.</summary>
    string Address { get; }

    /// <summary>Whether nobody on the way can read it.</summary>
    bool IsEncrypted { get; }

    /// <summary>
    /// The SHA-256 in hexadecimal of the certificate whose key the client proved to hold; null without one. Nobody looks who vouches for it.
    /// </summary>
    string? Certificate => null;

    /// <summary>Sends what can be sent without waiting and says how much that was; -1 when nobody is there any more.</summary>
    int TrySend(ReadOnlySpan<byte> bytes);

    /// <summary>Sends everything, however long that takes; false when nobody is there any more.</summary>
    ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Ends the stream at once, whatever is under way.</summary>
    void Abort(string reason);
}
