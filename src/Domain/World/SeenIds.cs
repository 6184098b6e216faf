namespace ChatRoom.Domain;

/// <summary>
/// The ids that senders gave their last messages (idempotency keys), so that a repetition is known for what it is. They are
/// kept in two generations, each of at most <see cref="RuleLimits.SeenIds"/>: when the young one is full, the old one is forgotten
/// whole. That costs one insertion a message and no queue, and compares by value, which LanguageExt's queue does not.
/// </summary>
public sealed record SeenIds(HashMap<Exactly<SendId>, SendId, Sequence> Young, HashMap<Exactly<SendId>, SendId, Sequence> Old)
{
    public static readonly SeenIds None = new(HashMap<Exactly<SendId>, SendId, Sequence>.Empty, HashMap<Exactly<SendId>, SendId, Sequence>.Empty);

    public Option<Sequence> Find(SendId id) => Young.Find(id).TryGet(out var sequence) ? sequence : Old.Find(id);

    public SeenIds Add(SendId id, Sequence sequence, RuleLimits limits) => Young.Count < limits.SeenIds
        ? this with { Young = Young.AddOrUpdate(id, sequence) }
        : new SeenIds(HashMap<Exactly<SendId>, SendId, Sequence>.Empty.Add(id, sequence), Young);
}
