using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Rules;

/// <summary>Why a command does not happen. Data, never text: the shell has one table that says it in its own words.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>Somebody else is called that, since a moment that helps to tell whether it is one's own dead connection.</summary>
    public sealed record NickTaken(Nick Wanted, Nick Holder, Timestamp Since) : Refusal;

    public sealed record AlreadyConnected : Refusal;

    public sealed record NotConnected : Refusal;

    public sealed record NoSuchRoom(RoomName Room) : Refusal;

    public sealed record NotInRoom(RoomName Room) : Refusal;

    public sealed record NoSuchPerson(Nick Nick) : Refusal;

    public sealed record TooManyRooms(RoomName Room, int Most) : Refusal;

    public sealed record TopicTooLong(RoomName Room, int Length, int Most) : Refusal;

    public sealed record AwayTooLong(int Length, int Most) : Refusal;

    /// <summary>The journal is written at a level that this server can't read.</summary>
    public sealed record LevelTooNew(int Level, int Reads) : Refusal;

    /// <summary>Another server that shares the journal could not read what would come of it.</summary>
    public sealed record NotYetPossible(int Level) : Refusal;

    public T Match<T>(
        Func<NickTaken, T> nickTaken, Func<T> alreadyConnected, Func<T> notConnected, Func<NoSuchRoom, T> noSuchRoom,
        Func<NotInRoom, T> notInRoom, Func<NoSuchPerson, T> noSuchPerson, Func<TooManyRooms, T> tooManyRooms,
        Func<TopicTooLong, T> topicTooLong, Func<AwayTooLong, T> awayTooLong,
        Func<LevelTooNew, T> levelTooNew, Func<NotYetPossible, T> notYetPossible) => this switch
        {
            NickTaken r => nickTaken(r),
            AlreadyConnected => alreadyConnected(),
            NotConnected => notConnected(),
            NoSuchRoom r => noSuchRoom(r),
            NotInRoom r => notInRoom(r),
            NoSuchPerson r => noSuchPerson(r),
            TooManyRooms r => tooManyRooms(r),
            TopicTooLong r => topicTooLong(r),
            AwayTooLong r => awayTooLong(r),
            LevelTooNew r => levelTooNew(r),
            NotYetPossible r => notYetPossible(r),
            _ => throw new InvalidOperationException($"{GetType().Name} is missing in Match."),
        };
}
