using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>
/// Somebody has proved an account. If by the time that the rules decide it is proved by something else, because a password was changed or a
/// certificate taken away, the proof is worth nothing.
/// </summary>
public sealed record Credential(AccountRef Account, Proof By);

/// <summary>What an account was proved by.</summary>
public abstract record Proof
{
    private Proof() { }

    /// <summary>The password that this verifier knows.</summary>
    public sealed record Password(Verifier Known) : Proof;

    /// <summary>The key of the certificate with this fingerprint.</summary>
    public sealed record Certificate(CertificatePrint Print) : Proof;
}
