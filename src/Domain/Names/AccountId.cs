namespace ChatRoom.Domain.Names;

/// <summary>
/// An account for good: never given twice, so that whoever registers the name of a deleted account inherits nothing.
/// What the account is called is only its name, and may change.
/// </summary>
public readonly record struct AccountId(long Number) : IComparable<AccountId>
{
    public int CompareTo(AccountId other) => Number.CompareTo(other.Number);
}

/// <summary>An account as it was called when something happened.</summary>
public sealed record AccountRef(AccountId Id, AccountName Name);
