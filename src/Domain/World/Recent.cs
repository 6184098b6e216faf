namespace ChatRoom.Domain;

/// <summary>
/// The ids that senders gave their last messages, so that a repetition is known for what it is. They are kept in two
/// generations, each of at most <see cref="Limits.RecentIds"/>: when the young one is full, the old one is forgotten
/// whole. That costs one insertion a message and no queue, and compares by value, which LanguageExt's queue does not.
/// </summary>
public sealed record Recent(HashMap<Exactly<SendId>, SendId, Sequence> Young, HashMap<Exactly<SendId>, SendId, Sequence> Old)
{
    public static readonly Recent None = new(HashMap<Exactly<SendId>, SendId, Sequence>.Empty, HashMap<Exactly<SendId>, SendId, Sequence>.Empty);

    public Option<Sequence> Find(SendId id) => Young.Find(id).TryGet(out var sequence) ? sequence : Old.Find(id);

    public Recent Add(SendId id, Sequence sequence) => Young.Count < Limits.RecentIds
        ? this with { Young = Young.AddOrUpdate(id, sequence) }
        : new Recent(HashMap<Exactly<SendId>, SendId, Sequence>.Empty.Add(id, sequence), Young);
}
