using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>Who knows the code may set a new password, once and until then.</summary>
public readonly record struct RecoveryCode(TokenHash Hash, Timestamp Until);
