namespace ChatRoom.Domain;

/// <summary>One side of a private conversation: an account for good, or a guest for as long as he stays. Never a nickname.</summary>
public abstract record Party : IComparable<Party>
{
    private Party() { }

    public sealed record Guest(PersonId Person) : Party;

    public sealed record Member(AccountName Account) : Party;

    public static Party Of(Who who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Account.Match(account => (Party)new Member(account), () => new Guest(who.Id));
    }

    public T Match<T>(Func<Guest, T> guest, Func<Member, T> member) => this switch
    {
        Guest party => guest(party),
        Member party => member(party),
        _ => throw new InvalidOperationException($"{GetType().Name} is missing in Match."),
    };

    /// <summary>Guests before members, so that a pair has one order and therefore one identity.</summary>
    public int CompareTo(Party? other) => (this, other) switch
    {
        (Guest left, Guest right) => left.Person.CompareTo(right.Person),
        (Member left, Member right) => string.CompareOrdinal(left.Account.Key, right.Account.Key),
        (Guest, Member) => -1,
        _ => 1,
    };
}
