namespace ChatRoom.Domain;

/// <summary>Who of a room hears what is said: those of this role and above.</summary>
public enum Audience
{
    Everyone = 0,
    Voiced = 1,
    Operators = 2,
}
