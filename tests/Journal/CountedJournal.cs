using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Tests;

/// <summary>Counts the events that anybody reads from a journal, by whichever way.</summary>
internal sealed class CountedJournal(IJournal inner) : IJournal
{
    public event Action? Appended
    {
        add => inner.Appended += value;
        remove => inner.Appended -= value;
    }

    public int Read { get; private set; }

    public Epochs Epochs => inner.Epochs;

    public Sequence Last => inner.Last;

    public void Starts(Sequence last, long revision) => inner.Starts(last, revision);

    public Given Follow() => Counted(inner.Follow());

    public Given Begin() => Counted(inner.Begin());

    public void Commit(TurnToKeep turn) => inner.Commit(turn);

    public void Abandon() => inner.Abandon();

    public Fate Reopen() => inner.Reopen();

    public IHistory OpenHistory() => new History(this, inner.OpenHistory());

    public void Dispose() => inner.Dispose();

    private Given Counted(Given given)
    {
        Read += given.Events.Count;
        return given;
    }

    private IReadOnlyList<Recorded> Counted(IReadOnlyList<Recorded> events)
    {
        Read += events.Count;
        return events;
    }

    private sealed class History(CountedJournal counted, IHistory inner) : IHistory
    {
        public Sequence End => inner.End;

        public Option<Base> Base => inner.Base;

        public IReadOnlyList<Recorded> Read(Sequence after, int most) => counted.Counted(inner.Read(after, most));

        public IReadOnlyList<Recorded> ReadHeaders(Sequence after, int most) => counted.Counted(inner.ReadHeaders(after, most));

        public IReadOnlyList<Recorded> Said(HistoryQuery query) => counted.Counted(inner.Said(query));

        public ILookup<Sequence, Recorded> About(IReadOnlyList<Sequence> messages, HistoryQuery query) => inner.About(messages, query);

        public IReadOnlyList<ConversationKey> Pairs(Party of) => inner.Pairs(of);

        public IReadOnlyList<Recorded> Search(SearchQuery query) => counted.Counted(inner.Search(query));

        public Recorded? Find(Sequence sequence)
        {
            counted.Read++;
            return inner.Find(sequence);
        }

        public Sequence At(Timestamp moment) => inner.At(moment);

        public void Dispose() => inner.Dispose();
    }
}
