using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>
/// Somebody as they were called when it happened: history stays readable without replaying what came before.
/// <paramref name="Host"/> is what others were shown as their host, never an address.
/// </summary>
public sealed record Actor(PersonId Id, Nick Nick, string User, string Host, Option<AccountRef> Account, bool IsBot);
