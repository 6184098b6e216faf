namespace ChatRoom.Domain;

/// <summary>The next world, and what the shell has to do once the event is kept.</summary>
public readonly record struct Applied(World World, ValueList<Effect> Effects);
