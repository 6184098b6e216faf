using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>
/// Durable state that is no history: it is kept in the turn in which it changed, in the same transaction, and is absent from
/// export and replay. Apply never reads one, or a replay would come to another world; which kinds Decide may read is said in
/// <see cref="Facts"/>.
/// </summary>
public abstract record Fact
{
    private Fact() { }

    /// <summary>By what a guest can come back to their place; none when it is gone. Decide reads it.</summary>
    public sealed record ResumeToken(PersonId Person, Option<TokenHash> Hash) : Fact;

    /// <summary>By what an account's password is known; none when it is gone. Decide reads it.</summary>
    public sealed record PasswordVerifier(AccountId Account, Option<Verifier> Verifier) : Fact;

    /// <summary>All certificates by which an account is known; none when it is gone. Decide reads it.</summary>
    public sealed record Certificates(AccountId Account, ValueList<KnownCertificate> Known) : Fact;

    /// <summary>Whether the person of an account stays while nobody is connected; none where nobody said so. Decide reads it.</summary>
    public sealed record Persistence(AccountId Account, Option<bool> IsOn) : Fact;

    /// <summary>When the last connection of an account's person ended; none when the account is gone. Decide does not read it.</summary>
    public sealed record LastHere(AccountId Account, Option<Timestamp> At) : Fact;

    /// <summary>How many messages an account wants to be told of when it comes into a room; none where nobody said so. Decide reads it.</summary>
    public sealed record Playback(AccountId Account, Option<int> Most) : Fact;

    /// <summary>Up to where a rule of retention has forgotten what it means; none when there is no such rule any more. Decide does not read it.</summary>
    public sealed record Retained(string Rule, Option<Sequence> Until) : Fact;

    /// <summary>Up to when somebody has read what was said in a place; none when it is forgotten. Decide reads it.</summary>
    public sealed record ReadMarker(Party Of, ReadPlace Place, Option<Timestamp> Until) : Fact;

    /// <summary>The code by which the owner of an account may set a new password; none when it was used. Decide reads it.</summary>
    public sealed record Recovery(AccountId Account, Option<RecoveryCode> Code) : Fact;

    /// <summary>Where the owner of an account is reached, as they said; none when it is forgotten. Nobody writes there but people.</summary>
    public sealed record Mail(AccountId Account, Option<string> Address) : Fact;

    /// <summary>Who waits for an account of that name; none once it is decided. Decide reads it.</summary>
    public sealed record Waiting(AccountName Name, Option<Registrant> Who) : Fact;

    /// <summary>Until when a code invites somebody to register; none once it was used. Decide reads it.</summary>
    public sealed record Invitation(TokenHash Code, Option<Timestamp> Until) : Fact;

    /// <summary>With which code the first operator shows that the server is theirs; none when there is one. Decide reads it.</summary>
    public sealed record ClaimCode(Option<TokenHash> Hash) : Fact;

    /// <summary>With what cloaks are made; the first server makes one. Decide reads it.</summary>
    public sealed record CloakKey(Names.CloakKey Key) : Fact;

    /// <summary>What a server made of the journal up to an event, so that the others compare. The newest is enough. Decide reads it.</summary>
    public sealed record Digest(WorldDigest Of) : Fact;
}

/// <summary>What a world comes to at an event, in the bytes of a format: equal worlds have equal ones.</summary>
public readonly record struct WorldDigest(Sequence At, ServerId By, int Format, UInt128 High, UInt128 Low)
{
    public bool Differs(WorldDigest other) => (At, Format) == (other.At, other.Format) && (High, Low) != (other.High, other.Low);
}

/// <summary>A hash of a token that a client made, or of a code that somebody was given. The token itself is kept nowhere.</summary>
public readonly record struct TokenHash(UInt128 High, UInt128 Low);
