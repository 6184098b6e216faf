using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>An event that somebody made happen.</summary>
public interface IActed
{
    Actor Who { get; }
}

/// <summary>An event in the life of an account.</summary>
public interface IOfAccount
{
    AccountRef Account { get; }
}

/// <summary>What an operator of the server did, or somebody at the server's own shell, who is nobody of those who are there.</summary>
public interface IModeration
{
    Option<Actor> By { get; }
}

/// <summary>An event in a room, of which that room is told.</summary>
public interface IInRoom : IActed
{
    RoomId Room { get; }

    RoomName Name { get; }
}
