using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>An account: who it is for good, and the nickname that belongs to it. By what it is proved is a fact and no part of the world.</summary>
public sealed record Account(AccountId Id, AccountName Name, Timestamp Since)
{
    /// <summary>What its owner says of themselves.</summary>
    public ValueList<MetadataEntry> Metadata { get; init; }

    public AccountRef Ref => new(Id, Name);
}
