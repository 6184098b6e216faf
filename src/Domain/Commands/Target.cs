using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Commands;

/// <summary>To whom something is said, as the sender names it.</summary>
public abstract record Target
{
    private Target() { }

    public sealed record ToRoom(RoomName Name, Audience Audience) : Target;

    public sealed record ToPerson(Nick Nick) : Target;

    public T Match<T>(Func<ToRoom, T> toRoom, Func<ToPerson, T> toPerson) => this switch
    {
        ToRoom target => toRoom(target),
        ToPerson target => toPerson(target),
        _ => throw new InvalidOperationException($"{GetType().Name} is missing in Match."),
    };
}
