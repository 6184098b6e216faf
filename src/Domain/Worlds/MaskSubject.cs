using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>Somebody as masks see them, which is made once where many are asked.</summary>
public readonly record struct MaskSubject(string Name, string Account)
{
    public static MaskSubject Of(Actor who) => new(Mask.Subject(who.Nick, who.User, who.Host), who.Account.TryGet(out var account) ? account.Name.Key : "");

    public bool IsMeant(Mask mask) => mask.Covers(Name, Account);
}
