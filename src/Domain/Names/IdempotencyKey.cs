namespace ChatRoom.Domain.Names;

/// <summary>
/// An idempotency key: an id that senders give their own message, 128 random bits, never shown to others. A message said again under the
/// same id is the same message, so a client may repeat what was not confirmed.
/// </summary>
public readonly record struct IdempotencyKey(UInt128 Bits);
