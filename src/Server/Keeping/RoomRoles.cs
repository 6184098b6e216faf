using ChatRoom.Domain;

namespace ChatRoom.Server.Keeping;

/// <summary>Roles in the words of what we print for scripts, which never change.</summary>
internal static class RoomRoles
{
    public static string Name(Role role) => role switch
    {
        Role.Member => "member",
        Role.Voiced => "voiced",
        Role.Operator => "operator",
        _ => throw new InvalidOperationException($"{role} has no name."),
    };
}
