namespace ChatRoom.Domain.Events;

/// <summary>Who of a room hears what is said, named by the least right that hears it. The numbers are stored.</summary>
public enum Audience
{
    Everyone = 0,
    Voiced = 1,
    Operators = 2,
    HalfOperators = 4,
    Founders = 16,
}
