using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>That an account is a founder of a room, in an order in which the rooms of an account lie together.</summary>
public readonly record struct Founding(AccountId Account, RoomId Room) : IComparable<Founding>
{
    public int CompareTo(Founding other) => Account != other.Account ? Account.CompareTo(other.Account) : Room.CompareTo(other.Room);
}
