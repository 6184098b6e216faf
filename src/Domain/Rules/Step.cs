namespace ChatRoom.Domain;

/// <summary>What came of one request: the next world, what was decided, what happened, and what to do once that is kept.</summary>
public sealed record Step(World World, Decision Decision, ValueList<Recorded> Events, ValueList<Effect> Effects);
