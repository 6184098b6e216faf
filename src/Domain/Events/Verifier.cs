using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>
/// By what a password is known for the right one, without being known itself: what SCRAM keeps (RFC 5802). There is a form for each way in which
/// the password may come, as it was typed and as SASLprep makes it, all with one salt, because a client is told the salt before it says a thing.
/// </summary>
public sealed record Verifier(UInt128 Salt, int Iterations, ValueList<VerifierForm> Forms)
{
    /// <summary>Anybody who reads it could try passwords on it, so it stands in no log.</summary>
    public override string ToString() => "Verifier";
}

/// <summary>The keys of SCRAM-SHA-256: one that a proof is checked by, and one that the server proves itself by.</summary>
public readonly record struct VerifierForm(ScramKey Stored, ScramKey Server);

public readonly record struct ScramKey(UInt128 High, UInt128 Low);
