using ChatRoom.Domain;

namespace ChatRoom.Server.Keeping;

/// <summary>Somebody in a room, and as what: "member", "voiced" or "operator".</summary>
public sealed record MomentMember(string Nick, string Role)
{
    public static MomentMember Of(Person person, Role role)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new MomentMember(person.Nick.Text, RoomRoles.Name(role));
    }
}
