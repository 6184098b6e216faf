namespace ChatRoom.Domain.Events;

/// <summary>
/// What somebody may do in a room: a set, because one may be operator and voiced at once. The numbers are stored; a new
/// right takes the next free bit.
/// </summary>
[Flags]
public enum Rights
{
    None = 0,
    Voice = 1,
    Operator = 2,
    HalfOperator = 4,
    Founder = 16,
}
