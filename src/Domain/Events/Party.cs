using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>One side of a private conversation: an account for good, or a guest for as long as they stay. Never a name.</summary>
public abstract record Party : IComparable<Party>
{
    private Party() { }

    public sealed record Guest(PersonId Person) : Party;

    public sealed record Member(AccountId Account) : Party;

    public static Party Of(Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Account.TryGet(out var account) ? new Member(account.Id) : new Guest(who.Id);
    }

    /// <summary>Guests before members, so that a pair has one order and therefore one identity.</summary>
    public int CompareTo(Party? other) => (this, other) switch
    {
        (Guest left, Guest right) => left.Person.CompareTo(right.Person),
        (Member left, Member right) => left.Account.CompareTo(right.Account),
        (Guest, Member) => -1,
        _ => 1,
    };
}
