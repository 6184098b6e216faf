namespace ChatRoom.Domain;

/// <summary>The ids that senders gave their last messages, so that a repetition is known for what it is.</summary>
public sealed record Recent(HashMap<SendId, Sequence> Known, Que<SendId> Order)
{
    public static readonly Recent None = new(HashMap<SendId, Sequence>.Empty, Que<SendId>.Empty);

    public Option<Sequence> Find(SendId id) => Known.Find(id);

    public Recent Add(SendId id, Sequence sequence)
    {
        var grown = new Recent(Known.AddOrUpdate(id, sequence), Order.Enqueue(id));
        return grown.Known.Count > Limits.RecentIds ? grown.WithoutOldest() : grown;
    }

    private Recent WithoutOldest() => new(Known.Remove(Order.Peek()), Order.Dequeue());
}
