using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// What came of one request: the next world and facts, what was decided, what happened, which facts changed, and what to do once
/// that is kept.
/// </summary>
public sealed record Step(
    World World, Facts Facts, Decision Decision, ValueList<Recorded> Events, ValueList<Fact> Changed, ValueList<Effect> Effects);
