namespace ChatRoom.Domain;

/// <summary>What somebody may do in a room. Ordered: each may what those before it may.</summary>
public enum Role
{
    Member = 0,
    Voiced = 1,
    Operator = 2,
}
