namespace ChatRoom.Domain.Names;

/// <summary>
/// An id that a sender gives his own message: 128 random bits, never shown to others. A message said again under the
/// same id is the same message, so a client may repeat what was not confirmed.
/// </summary>
public readonly record struct IdempotencyKey(UInt128 Bits);
