namespace ChatRoom.Domain.Events;

/// <summary>Something that clients say to each other about a message. The rules pass it on and never read it.</summary>
public sealed record Attribute(string Name, string Value);
