using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>Somebody who asked for an account and waits for an answer. They need not stay: the password that they chose counts once they are let in.</summary>
/// <param name="Name">The account.</param>
/// <param name="Person">Who asked; they may be gone.</param>
/// <param name="From">Their nickname, user name and host, for the operator who decides.</param>
/// <param name="Verifier">By what their password is known.</param>
/// <param name="Since">When they asked.</param>
public sealed record Registrant(AccountName Name, PersonId Person, string From, Verifier Verifier, Timestamp Since)
{
    /// <summary>Where they are reached, if they said so.</summary>
    public Option<string> Mail { get; init; }
}
