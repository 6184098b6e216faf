using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>
/// The ids that senders gave their last messages, so that a repetition is known for what it is. They are
/// kept in two generations, each of at most <see cref="RuleLimits.SeenIds"/>: when the young one is full, the old one is forgotten
/// whole. That costs one insertion a message and no queue, and compares by value, which LanguageExt's queue does not.
/// </summary>
public sealed record SeenIds(HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence> Young, HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence> Old)
{
    public static readonly SeenIds None = new(HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence>.Empty, HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence>.Empty);

    public Option<Sequence> Find(IdempotencyKey id) => Young.Find(id).TryGet(out var sequence) ? sequence : Old.Find(id);

    public SeenIds Add(IdempotencyKey id, Sequence sequence, RuleLimits limits) => Young.Count < limits.SeenIds
        ? this with { Young = Young.AddOrUpdate(id, sequence) }
        : new SeenIds(HashMap<Exactly<IdempotencyKey>, IdempotencyKey, Sequence>.Empty.Add(id, sequence), Young);
}
